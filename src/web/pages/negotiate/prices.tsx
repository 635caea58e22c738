import type { FC } from 'hono/jsx'
import { captureSays } from '../../../charter/index.ts'
import { called } from '../../../negotiate/index.ts'
import { Said } from '../../parts/spoken.tsx'
import type { ReadyStudy } from '../ready.ts'

/** How few added ballots could take each place under the rule in force, or give one. */
export const Prices: FC<{ study: ReadyStudy }> = ({ study: { listening, panel, captures } }) => {
  const priced = [...captures.seats].flatMap(([id, { capture }]) => {
    const statement = listening.statements.find((one) => one.id === id)
    return statement === undefined ? [] : [{ statement, capture }]
  })
  if (priced.length === 0) return null
  return (
    <section aria-labelledby="prices">
      <h2 id="prices">What it would take to change a place</h2>
      <p class="meta">
        {`From votes alone nobody can tell a campaign from a minority. What can be told is how many ballots it would take, on top of those cast, under the rule in force: ${called(panel.inForce)}. Fewer than the first number never do; the second was seen to be enough. Groups, candidates and other people’s votes are taken as they are.`}
      </p>
      <dl class="kv">
        {priced.map(({ statement, capture }) => (
          <>
            <dt>
              <Said statement={statement} />
            </dt>
            <dd>{captureSays(capture)}</dd>
          </>
        ))}
      </dl>
    </section>
  )
}
