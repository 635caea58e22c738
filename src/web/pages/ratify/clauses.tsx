import type { Child, FC } from 'hono/jsx'
import type { Charter, Principle } from '../../../charter/index.ts'
import type { ClauseId } from '../../../kernel/index.ts'
import { span } from '../../dates.ts'
import { Tag } from '../../parts/marks.tsx'
import { ClauseDissent } from '../charter/dissent.tsx'
import { Effects } from '../charter/effects.tsx'
import { MachineNote } from '../charter/machine-note.tsx'
import { betweenOf, Over } from '../charter/over.tsx'
import { StandingObjections } from '../charter/round-record.tsx'
import { anchorOf, FALLBACKS } from '../charter/words.ts'
import { ObjectBox } from './object-box.tsx'

/** Every clause in plain words: what it says, what it costs, who said no, and a place to object. */
export const VotedClauses: FC<{ charter: Charter }> = ({ charter }) => {
  const stated = charter.contested.filter((one) => one.kind === 'principle')
  const rulings = charter.contested.filter((one) => one.kind === 'ruling')
  const of = (kind: Principle['kind']) => charter.principles.filter((one) => one.kind === kind)
  return (
    <>
      <Part
        name="floors"
        title="Floors: they bind for everyone"
        none="No floor."
        empty={of('floor').length === 0}
      >
        {of('floor').map((clause) => (
          <Clause charter={charter} clause={clause} tags={<Tag kind="floor">Floor</Tag>} says={clause.text} />
        ))}
      </Part>
      <Part name="dials" title="Dials: each person sets them" none="No dial." empty={of('dial').length === 0}>
        {of('dial').map((clause) => (
          <Clause charter={charter} clause={clause} tags={<Tag kind="dial">Dial</Tag>} says={clause.text} />
        ))}
      </Part>
      <Part
        name="rulings"
        title="Rulings: one value gives way"
        none="No ruling."
        empty={charter.rulings.length === 0}
      >
        {charter.rulings.map((ruling) => (
          <Clause
            charter={charter}
            clause={ruling}
            tags={<Tag kind="ruling">Ruling</Tag>}
            says={<Over prefer={ruling.prefer.text} over={ruling.over.text} between={betweenOf(ruling)} />}
          >
            <p>
              When: <bdi>{ruling.when.map(({ title }) => title).join('; ')}</bdi>. Looked at again{' '}
              {span(ruling.reviewAfter)} after it is ratified.
            </p>
          </Clause>
        ))}
      </Part>
      <Part
        name="contested"
        title="Contested: left open, with a day to look again"
        none="Nothing is contested."
        empty={charter.contested.length === 0}
      >
        {[...rulings, ...stated].map((clause) => (
          <Clause
            charter={charter}
            clause={clause}
            tags={<Tag kind="conflicting">contested</Tag>}
            says={
              clause.kind === 'ruling' ? (
                <Over prefer={clause.prefer.text} over={clause.over.text} between={betweenOf(clause)} />
              ) : (
                clause.text
              )
            }
          >
            <p>{`For ${span(clause.reviewAfter)} ${FALLBACKS[clause.fallback]}; then it is looked at again.`}</p>
          </Clause>
        ))}
      </Part>
      <Part
        name="cannot"
        title="What it says it cannot honour"
        none="Nothing is declared."
        empty={charter.cannotHonour.length === 0}
      >
        {charter.cannotHonour.map(({ id, text, because, honouredIn }) => (
          <article class="card clause" aria-labelledby={anchorOf(id)}>
            <p class="row">
              <Tag kind="unalignable">cannot be honoured</Tag>
              <span class="id">{id}</span>
            </p>
            <h3 id={anchorOf(id)} dir="auto">
              {text}
            </h3>
            <MachineNote charter={charter} clause={id} />
            <p dir="auto">{because}</p>
            <p>
              {honouredIn.length === 0 ? (
                'No part of it is kept anywhere.'
              ) : (
                <>
                  Kept in part: <bdi>{honouredIn.map(({ title }) => title).join('; ')}</bdi>.
                </>
              )}
            </p>
            <StandingObjections charter={charter} clause={id} />
            <ObjectBox clause={id} />
          </article>
        ))}
      </Part>
      <Part
        name="unknown"
        title="What it says nobody knows"
        none="The draft does not say what is unknown. That is a gap, not an answer."
        empty={charter.unknowns.length === 0}
      >
        <ul class="plain spaced">
          {charter.unknowns.map(({ id, says }) => (
            <li class="unknown-box">
              <p>
                <span class="id">{id}</span> <span dir="auto">{says}</span>
              </p>
              <StandingObjections charter={charter} clause={id} />
              <ObjectBox clause={id} />
            </li>
          ))}
        </ul>
      </Part>
    </>
  )
}

interface PartProps {
  readonly name: string
  readonly title: string
  readonly none: string
  readonly empty: boolean
  readonly children?: Child
}

const Part: FC<PartProps> = ({ name, title, none, empty, children }) => (
  <section aria-labelledby={`h-${name}`}>
    <h2 id={`h-${name}`}>{title}</h2>
    {empty ? <p>{none}</p> : children}
  </section>
)

type Decided = Principle | Charter['rulings'][number] | Charter['contested'][number]

interface ClauseProps {
  readonly charter: Charter
  readonly clause: Decided & { readonly id: ClauseId }
  readonly tags: Child
  readonly says: Child
  readonly children?: Child
}

const Clause: FC<ClauseProps> = ({ charter, clause, tags, says, children }) => (
  <article class="card clause" aria-labelledby={anchorOf(clause.id)}>
    <p class="row">
      {tags}
      <span class="id">{clause.id}</span>
    </p>
    <h3 id={anchorOf(clause.id)} class="over" dir="auto">
      {says}
    </h3>
    <MachineNote charter={charter} clause={clause.id} />
    {children}
    <Effects {...clause} />
    <ClauseDissent charter={charter} clause={clause.id} dissent={clause.dissent} />
    <ObjectBox clause={clause.id} />
  </article>
)
