import { expect, test } from 'vitest'
import { type Chance, chance, id, resultOf, type Vote } from '../../kernel/index.ts'
import { type ListeningRecord, listeningOf, recordsOf } from '../../listen/index.ts'
import { USUAL } from '../groups/groups.ts'
import { mapOf } from '../map.ts'
import { groupsIn } from '../named.ts'
import { planted } from '../planted.case.ts'
import { followedMap } from './followed-map.ts'

const OPTIONS = { ...USUAL, seed: 'followed', reruns: 1 }
/** Too few to look for groups in, which would take most of the time. */
const PEOPLE = 6
const STATEMENTS = ['1', '2', '3', '4', '5', '10', 'x', 'y']

const statementOf = (name: string, random: Chance): ListeningRecord => ({
  type: 'statement',
  id: id(name),
  text: name,
  language: 'und',
  author: null,
  origin: 'participant',
  written: null,
  subject: random.uniform() < 0.9 ? 'value' : 'about-people',
  moderation: random.uniform() < 0.7 ? 'shown' : random.uniform() < 0.7 ? 'waiting' : 'removed',
})

/** Something somebody says: mostly a vote, now and then one taken back, a moderator's word, or no vote at all. */
function saying(random: Chance): ListeningRecord {
  const participant = id<'participant'>(`p${random.below(PEOPLE)}`)
  const name = STATEMENTS[random.below(STATEMENTS.length)]!
  const statement = id<'statement'>(name)
  const u = random.uniform()
  if (u < 0.06) return statementOf(name, random)
  if (u < 0.12) return { type: 'weight', participant, statement, matters: 2 }
  if (u < 0.3) return { type: 'withdrawal', participant, statement }
  const vote = (['agree', 'pass', 'disagree'] as const satisfies Vote[])[random.below(3)]!
  return { type: 'vote', participant, statement, vote, at: null, shown: null }
}

test('whatever is said, in whatever pieces, it is the map of all that was said, to the last bit', () => {
  for (let way = 0; way < 12; way++) {
    const random = chance(`followed/${way}`)
    const said = [
      ...STATEMENTS.slice(random.below(4)).map((name) => statementOf(name, random)),
      ...Array.from({ length: 40 }, () => saying(random)),
    ]
    const followed = followedMap(listeningOf(said), new Map())
    for (let piece = 0; piece < 3; piece++) {
      const more = Array.from({ length: random.below(12) }, () => saying(random))
      said.push(...more)
      followed.hear(more)
      const listening = listeningOf(said)
      expect(followed.listening()).toStrictEqual(listening)
      expect(resultOf(followed.refresh(OPTIONS)).map).toStrictEqual(mapOf(listening, OPTIONS))
    }
  }
})

test('a statement that waits for a moderator goes with its last vote', () => {
  const random = chance('waiting')
  const waiting: ListeningRecord = {
    ...statementOf('1', random),
    subject: 'value',
    moderation: 'waiting',
  } as ListeningRecord
  const about = { participant: id<'participant'>('p1'), statement: id<'statement'>('1') }
  const said: ListeningRecord[] = [waiting, { type: 'vote', ...about, vote: 'agree', at: null, shown: null }]
  const followed = followedMap(listeningOf(said), new Map())
  expect(resultOf(followed.refresh(OPTIONS)).map.drawnFrom.statements).toBe(1)
  followed.hear([{ type: 'withdrawal', ...about }])
  expect(resultOf(followed.refresh(OPTIONS)).map.drawnFrom.statements).toBe(0)
})

test('groups keep the names that were shown last, also past a time without groups', () => {
  const size = { people: 60, statements: 30, answered: 0.9 }
  const options = { ...USUAL, seed: 'named', reruns: 5 }
  const { listening } = planted({ kind: 'groups', shares: [0.6, 0.4] }, size, 'named')
  const drawn = mapOf(listening, options)
  const swapped = new Map(
    [...groupsIn(drawn)].map(([person, group]) => [person, id<'group'>(group === 'A' ? 'B' : 'A')]),
  )
  const votes = recordsOf(listening).filter(({ type }) => type === 'vote')
  const followed = followedMap(listening, swapped)
  const next = () => groupsIn(resultOf(followed.refresh(options)).map)
  expect(next()).toEqual(swapped)
  followed.hear(
    listening.votes.map(({ participant, statement }) => ({ type: 'withdrawal', participant, statement })),
  )
  expect(next()).toEqual(new Map())
  followed.hear(votes)
  expect(next()).toEqual(swapped)
})
