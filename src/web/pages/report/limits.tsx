import type { FC } from 'hono/jsx'
import { about, type Report } from '../../../publish/index.ts'
import { MachineWords } from '../../parts/machine-words.tsx'
import { UnknownBox } from '../../parts/marks.tsx'
import { Missing } from './missing.tsx'
import { Shares } from './shares.tsx'

/** What no assistant can meet, who holds it, and the part that is kept. */
export const CannotHonourSection: FC<{ cannotHonour: Report['cannotHonour'] }> = ({ cannotHonour }) => (
  <section aria-labelledby="h-cannot">
    <h2 id="h-cannot">What cannot be honoured</h2>
    {cannotHonour.kind === 'missing' ? (
      <Missing says={cannotHonour.says} />
    ) : cannotHonour.values.length === 0 ? (
      <p>Nothing is known that no assistant can meet.</p>
    ) : (
      <ul class="reg">
        {cannotHonour.values.map(({ id, text, machineWritten, because, heldBy, support, honouredIn }) => (
          <li>
            <span class="id">{id}</span>
            <q class="q" dir="auto">
              {text}
            </q>
            <MachineWords words={machineWritten} />
            <span>
              {`Held by ${about(heldBy)}. `}
              <span dir="auto">{because}</span>
            </span>
            <span>
              {honouredIn.length === 0 ? (
                'No part of it is kept anywhere.'
              ) : (
                <>
                  Honoured in part, where no AI may be chosen:{' '}
                  {honouredIn.map((title, at) => [at === 0 ? '' : '; ', <bdi>{title}</bdi>])}.
                </>
              )}
            </span>
            <Shares support={support} says="Who hold it, of those who answered; the line marks half" />
          </li>
        ))}
      </ul>
    )}
  </section>
)

/** What nobody knows, and what would settle it. */
export const UnknownsSection: FC<{ unknowns: Report['unknowns'] }> = ({ unknowns }) => (
  <section aria-labelledby="h-unknowns">
    <h2 id="h-unknowns">What nobody knows</h2>
    <UnknownBox title={unknowns.says}>
      <ul class="plain">
        {unknowns.unknowns.map(({ id, says, wouldSettle }) => (
          <li>
            {id === null ? null : <span class="id">{id} </span>}
            <span dir="auto">{says}</span>
            <span class="settle" dir="auto">{`What would settle it: ${wouldSettle}`}</span>
          </li>
        ))}
      </ul>
    </UnknownBox>
  </section>
)

/** Is it changing? Against the charter before, or that there is nothing to compare. */
export const DriftSection: FC<{ drift: Report['drift'] }> = ({ drift }) => (
  <section aria-labelledby="h-drift">
    <h2 id="h-drift">What changed since the charter before</h2>
    {drift.kind === 'nothing-to-compare' ? (
      <UnknownBox title="Too early to tell">
        <p>{drift.says}</p>
      </UnknownBox>
    ) : (
      <>
        <p>{drift.says}</p>
        <ul class="changes">
          {drift.changes.map(({ clause, says }) => (
            <li>
              {clause === null ? null : <span class="id">{clause} </span>}
              <span dir="auto">{says}</span>
            </li>
          ))}
        </ul>
      </>
    )}
  </section>
)

/** What no software promises, in fixed words. */
export const CannotPromiseSection: FC<{ cannotPromise: Report['cannotPromise'] }> = ({ cannotPromise }) => (
  <section aria-labelledby="h-promise">
    <h2 id="h-promise">What cannot be promised</h2>
    <dl class="promise">
      {cannotPromise.map(({ about: what, says }) => (
        <div>
          <dt>{what}</dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  </section>
)
