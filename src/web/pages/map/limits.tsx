import type { FC } from 'hono/jsx'
import { UnknownBox } from '../../parts/marks.tsx'
import { capital } from '../../spelled.ts'
import type { Mapped } from '../../views.ts'
import { number } from '../../words.ts'
import { rerunsText } from './findings.ts'
import { heardOf, heardSays, inHundred, missingFirst } from './heard.ts'

/** What the map cannot tell: whether the groups are there, and what those would say who were not heard. */
export const MapLimits: FC<{ study: Mapped }> = ({ study }) => {
  const { reruns } = study.map.grouping.evidence
  const drawn = reruns.reduce((sum, { times }) => sum + times, 0)
  return (
    <UnknownBox title="What this map cannot tell you">
      <p>
        {drawn === 0
          ? 'Nobody tried whether the same groups come back when people are drawn again.'
          : `The map was drawn again ${number(drawn)} times from people picked at random among those here, some twice, some not at all: ${rerunsText(reruns)}.`}{' '}
        Groups are a way to read the votes, not kinds of people.
      </p>
      <p>{missing(heardOf(study))}</p>
    </UnknownBox>
  )
}

function missing(heard: ReturnType<typeof heardOf>): string {
  if (heard.length === 0)
    return 'We cannot say who is missing: nobody gave us figures about all who are affected.'
  const first = missingFirst(heard)
  if (first === null) return 'Nobody is surely missing, by what people said about themselves.'
  return `${capital(first.value)}: about ${inHundred(first.population)} in 100 of those affected, and ${heardSays(first)}.`
}
