import { describe, expect, test } from 'vitest'
import { id, type ParticipantId } from '../../../kernel/index.ts'
import type { Listening, PolisMath } from '../../../listen/index.ts'
import type { OpinionMap } from '../../opinion-map.ts'
import { planted } from '../../planted.case.ts'
import { polisOf } from '../polis.ts'
import { publishedForm } from '../published.case.ts'
import type { PolisCause, Touched } from './difference.ts'
import { differencesBetween } from './index.ts'

const { listening } = planted(
  { kind: 'groups', shares: [0.5, 0.5] },
  { people: 40, statements: 20, answered: 0.8 },
  'differences',
)
const NO_GROUPS: Pick<OpinionMap, 'grouping' | 'people'> = {
  grouping: {
    kind: 'no-stable-groups',
    because: 'they did not come back',
    evidence: { silhouettes: [], reruns: [], chanceSilhouette: null, asked: null, tried: [], latent: null },
  },
  people: [],
}

/** What each cause that is listed touches: a count, or that nobody can tell. */
function listed(heard: Listening, published: PolisMath | null, map = NO_GROUPS) {
  const differences = differencesBetween({
    listening: heard,
    result: polisOf(heard, published),
    published,
    map,
  })
  const said = (touches: Touched) =>
    touches.kind === 'unknowable' ? 'unknowable' : `${touches.count} of ${touches.of} ${touches.what}`
  return Object.fromEntries(differences.map(({ kind, touches }) => [kind, said(touches)])) as Partial<
    Record<PolisCause, string>
  >
}

const math = publishedForm(polisOf(listening, null))

/** Why priorities collapsed, in words. */
const why = (published: PolisMath): string =>
  differencesBetween({ listening, result: polisOf(listening, published), published, map: NO_GROUPS })
    .filter(({ kind }) => kind === 'collapsed-priorities')
    .map(({ cause }) => cause)
    .join()
const everybody = listening.participants.map((person) => person.id)

describe('why our map is not that of Polis', () => {
  test('where nothing but its groups is at work, that is said and nothing else', () => {
    expect(listed(listening, math)).toEqual({ 'groups-without-evidence': '2 of 2 groups' })
  })

  test('without what Polis published, what depends on its history is unknowable', () => {
    expect(listed(listening, null)).toEqual({
      'groups-without-evidence': '2 of 2 groups',
      'smoothed-number-of-groups': 'unknowable',
      'sticky-membership': 'unknowable',
      'axes-by-chance': 'unknowable',
      'collapsed-priorities': 'unknowable',
    })
  })

  test('people whom our map puts elsewhere are counted, groups matched by members', () => {
    const placed = everybody.map((person, at) => {
      const theirs = math.groupOf.get(person) === '0' ? 'B' : 'A'
      const group = id<'group'>(at === 0 ? (theirs === 'A' ? 'B' : 'A') : theirs)
      return { id: person, x: 0, y: 0, answers: 9, group, firmness: 1 }
    })
    const evidence = NO_GROUPS.grouping.evidence
    const groups: Pick<OpinionMap, 'grouping' | 'people'> = {
      grouping: { kind: 'groups', groups: [], evidence },
      people: placed,
    }
    expect(listed(listening, math, groups)).toEqual({ 'people-in-other-groups': '1 of 40 people' })
  })

  test('statements set to zero are ranked, and draw people to the middle', () => {
    const removed = {
      ...listening,
      statements: listening.statements.map((statement, at) =>
        at < 12 ? ({ ...statement, moderation: 'removed' } as const) : statement,
      ),
    }
    const found = listed(removed, publishedForm(polisOf(removed, null)))
    expect(found['removed-statements-ranked']).toBe('12 of 20 statements')
    expect(found['zeroed-columns-counted']).toMatch(/^[1-9]\d? of 40 people$/)
    expect(found['answers-to-removed-statements-count']).toMatch(/^[1-9]\d? of 40 people$/)
  })

  test('people kept although they answered too little are counted', () => {
    const quiet: ParticipantId[] = everybody.slice(0, 3)
    const fewer = {
      ...listening,
      votes: listening.votes.filter(
        ({ participant, statement }) => !quiet.includes(participant) || Number(statement) < 2,
      ),
    }
    const kept = publishedForm(polisOf(fewer, null))
    const sticky = { ...kept, inConversation: everybody }
    expect(listed(fewer, sticky)['sticky-membership']).toBe('3 of 40 people')
  })

  test('priorities of 49 on what is not about people are a collapse', () => {
    const collapsed = { ...math, priorities: new Map([...math.priorities.keys()].map((one) => [one, 49])) }
    expect(listed(listening, collapsed)['collapsed-priorities']).toBe('20 of 20 statements')
    expect(why(collapsed)).toContain('does not list 20 of them')
    const named = { ...collapsed, aboutPeople: new Set(math.priorities.keys()) }
    expect(why(named)).toContain('and so they are made again')
    expect(polisOf(listening, named).priorities).toEqual(named.priorities)
  })

  test('another number of groups than fits best was smoothed', () => {
    const third = new Map(
      [...math.groupOf].map(([person, group], at) => [person, at === 0 ? id<'group'>('2') : group]),
    )
    expect(listed(listening, { ...math, groupOf: third })['smoothed-number-of-groups']).toBe('1 of 40 people')
  })

  test('axes other than those of the votes came from chance', () => {
    const [first, second] = math.components
    const turned = { ...math, components: [second, first] as const }
    expect(listed(listening, turned)['axes-by-chance']).toBe('40 of 40 people')
  })

  test('an export with dates tells how often a vote was counted twice; one without cannot', () => {
    const exported = {
      ...listening,
      participants: listening.participants.map((person) => ({
        ...person,
        exportedGroup: math.groupOf.get(person.id)!,
      })),
    }
    const dated = {
      ...exported,
      votes: listening.votes.map((vote) => ({ ...vote, at: '2026-11-21T00:00:00.000Z' })),
      notes: [{ kind: 'votes-counted-twice', count: 5, says: '' } as const],
    }
    expect(listed(exported, null)).toMatchObject({
      're-votes-counted-twice': 'unknowable',
      'base-clusters-first': 'unknowable',
      'group-rounds': 'unknowable',
    })
    expect(listed(dated, null)['re-votes-counted-twice']).toBe(`5 of ${listening.votes.length} votes`)
    expect(listed({ ...dated, notes: [] }, null)).not.toHaveProperty('re-votes-counted-twice')
  })
})
