import { sampleRecords } from '../app/sample/records.ts'
import { sampleStudy } from '../app/sample/study.case.ts'
import { USUAL_NEGOTIATION } from '../app/study/negotiation.ts'
import { studyOf } from '../app/study/study-steps.ts'
import type { Study } from '../charter/index.ts'
import { chance, id } from '../kernel/index.ts'
import { type Assembly, type ListeningRecord, listeningOf, type Statement } from '../listen/index.ts'
import type { Drawn, Frame, GroupHistory, Studied } from './views.ts'

/** The worlds that pages are shown in besides the sample: without groups, with too few people, without cases. */

/** Everything works, and people fall into groups. */
export const grouped = sampleStudy

/** Eighty people whose answers do not hang together. */
export const ungrouped = (): Study =>
  once('ungrouped', () => {
    const draw = chance('answers without groups')
    return study(
      sampleRecords().flatMap((record): ListeningRecord[] => {
        if (!isOf(record, 80)) return []
        if (record.type !== 'vote') return [record]
        const u = draw.uniform()
        return [{ ...record, vote: u < 0.6 ? 'agree' : u < 0.9 ? 'disagree' : 'pass' }]
      }),
    )
  })

/** Four people, too few to draw. */
export const handful = (): Study =>
  once('handful', () => study(sampleRecords().filter((record) => isOf(record, 4))))

/** Votes and nothing else: no cases, no figures about who is affected, nobody's word on themselves. */
export const votesOnly = (): Study =>
  once('votes only', () =>
    study(
      sampleRecords().filter(
        (record) =>
          ['assembly', 'statement', 'participant', 'vote'].includes(record.type) && isOf(record, 120),
      ),
    ),
  )

/** An assembly that nobody answered. */
export const silent = (): Study =>
  once('silent', () => study(sampleRecords().filter(({ type }) => type === 'assembly')))

export const ready = (of: Study, drawn: Partial<Drawn> = {}): Extract<Studied, { kind: 'ready' }> => ({
  kind: 'ready',
  study: of,
  drawn: {
    votes: of.map.drawnFrom.votes,
    newVotes: 0,
    secondsAgo: 5,
    tookMilliseconds: 400,
    waitedMilliseconds: 1400,
    next: null,
    ...drawn,
  },
})

/** Groups that go on under the names they began with, or whose names these updates changed. */
export const historyOf = (updates: GroupHistory['updates'] = []): GroupHistory => ({
  namedBy: 'size',
  since: '2026-06-03T12:05:00.000Z',
  updates,
})

export const statementOf = (text: string, more: Partial<Statement> = {}): Statement => ({
  id: id('s1'),
  text,
  language: 'en',
  author: null,
  origin: 'participant',
  written: null,
  subject: 'value',
  moderation: 'shown',
  ...more,
})

export const frameOf = (assembly: Partial<Assembly> = {}, role: Frame['role'] = 'participant'): Frame => ({
  assembly: {
    id: id('city-helpline'),
    question: 'How should the city’s helpline assistant treat us?',
    description: 'The city runs a helpline that a machine answers when no person is free.',
    source: 'sample',
    synthetic: true,
    ...assembly,
  },
  role,
})

/** What must never reach a page as markup, and what it must look like there. */
export const HOSTILE = '<img src=x onerror="alert(1)"></script>&lt;'
export const ESCAPED = '&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&lt;/script&gt;&amp;lt;'

const study = (records: readonly ListeningRecord[]): Study =>
  studyOf(listeningOf(records), { ...USUAL_NEGOTIATION, reruns: 10, resamples: 20 })

/** Whether a record is nobody's own, or of one of the first people. */
const isOf = (record: ListeningRecord, people: number): boolean => {
  const who = record.type === 'participant' ? record.id : 'participant' in record ? record.participant : null
  return who === null || Number(String(who).slice(1)) <= people
}

const kept = new Map<string, Study>()

function once(name: string, make: () => Study): Study {
  const before = kept.get(name) ?? make()
  kept.set(name, before)
  return before
}
