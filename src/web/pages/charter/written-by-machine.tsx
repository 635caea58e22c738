import type { FC } from 'hono/jsx'
import type { Charter, MachineWritten } from '../../../charter/index.ts'
import { writtenBy } from '../../parts/spoken.tsx'
import { counted } from '../../words.ts'

/** Which words of the charter no person wrote, and what they were made of; nothing where people wrote all of them. */
export const WrittenByMachine: FC<{ charter: Charter }> = ({ charter: { machineWritten } }) =>
  machineWritten.length === 0 ? null : (
    <section id="machine" aria-labelledby="h-machine">
      <h2 id="h-machine">What a machine wrote</h2>
      <p class="meta">
        These words stand here because participants voted for them. No person wrote them: a machine did, from
        what people had said.
      </p>
      <ul class="plain spaced">
        {machineWritten.map((one) => (
          <li>
            <q dir="auto">{one.text}</q>
            <p>{`${writtenBy(one.model)}, ${roundSays(one)}. ${votedOn(one)}`}</p>
            <details>
              <summary>{`What it was made from: ${madeFrom(one)}`}</summary>
              <ul>
                {one.from.map(({ text }) => (
                  <li dir="auto">{text}</li>
                ))}
                {one.critiques.map(({ text, words }) => (
                  <li>
                    {`${counted(words, 'critique')} of `}
                    <q dir="auto">{text}</q>
                  </li>
                ))}
              </ul>
              <p class="meta">
                The prompt it was written to: <code>{one.prompt}</code>
              </p>
            </details>
          </li>
        ))}
      </ul>
    </section>
  )

const roundSays = ({ round }: MachineWritten): string =>
  round === null ? 'in a round that is not on record' : `in round ${round}`

const votedOn = ({ provenance: { agree, pass, disagree, unseen } }: MachineWritten): string =>
  `${agree} agree, ${pass} pass, ${disagree} disagree; ${unseen} did not see it.`

const madeFrom = ({ from, critiques }: MachineWritten): string =>
  `${counted(from.length, 'statement')}, ${counted(
    critiques.reduce((sum, { words }) => sum + words, 0),
    'critique',
  )}`
