import type { FC } from 'hono/jsx'
import type { Charter } from '../../../charter/index.ts'
import { UnknownBox } from '../../parts/marks.tsx'
import { counted, FEWEST_SHOWN } from '../../words.ts'
import { MachineNote } from './machine-note.tsx'
import { StandingObjections } from './round-record.tsx'
import { SupportBands } from './support.tsx'
import { anchorOf } from './words.ts'

/** What no system can meet: declared, with who holds it and the part that is kept. */
export const CannotHonour: FC<{ charter: Charter }> = ({ charter }) => (
  <section id="cannot" aria-labelledby="h-cannot">
    <h2 id="h-cannot">What we cannot honour</h2>
    <p class="meta">
      No deployed assistant can meet these. They are written down, and the part that can be kept is kept.
    </p>
    {charter.cannotHonour.length === 0 ? <p>Nothing is known that no assistant can meet.</p> : null}
    <ul class="reg">
      {charter.cannotHonour.map(({ id, text, because, heldBy, support, honouredIn }) => (
        <li id={anchorOf(id)}>
          <span class="id">{id}</span>
          <q class="q" dir="auto">
            {text}
          </q>
          <MachineNote charter={charter} clause={id} />
          <span>
            {heldBy < FEWEST_SHOWN
              ? `Held by fewer than ${FEWEST_SHOWN} people.`
              : `Held by ${counted(heldBy, 'person', 'people')}.`}{' '}
            <span dir="auto">{because}</span>
          </span>
          <span>
            {honouredIn.length === 0 ? (
              'No part of it is kept anywhere.'
            ) : (
              <>
                Honoured in part, by a case in which no AI may be chosen:{' '}
                {honouredIn.map(({ title }, at) => [at === 0 ? '' : '; ', <bdi>{title}</bdi>])}.
              </>
            )}
          </span>
          <SupportBands support={support} says="Who hold it; the line marks half" />
          <StandingObjections charter={charter} clause={id} />
        </li>
      ))}
    </ul>
  </section>
)

/** What nobody knows, as large as what is known; never left out. */
export const Unknowns: FC<{ charter: Charter }> = ({ charter }) => (
  <section id="unknown" aria-labelledby="h-unknown">
    <h2 id="h-unknown">What we do not know</h2>
    <UnknownBox title="Read the charter with these in mind">
      {charter.unknowns.length === 0 ? (
        <p>The charter does not say what is unknown. That is a gap, not an answer.</p>
      ) : (
        <ul class="plain spaced">
          {charter.unknowns.map(({ id, says, wouldSettle }) => (
            <li id={anchorOf(id)}>
              <span dir="auto">{says}</span>
              <span class="settle" dir="auto">
                {`What would settle it: ${wouldSettle}`}
              </span>
              <StandingObjections charter={charter} clause={id} />
            </li>
          ))}
        </ul>
      )}
    </UnknownBox>
  </section>
)
