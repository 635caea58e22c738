import { describe, expect, test } from 'vitest'
import { canonical, type GroupId, type Interval, id, sha256, utf8, wilson } from '../kernel/index.ts'
import { amendedFixture, charterFixture } from './charter.fixture.ts'
import { check, PROBLEMS, type ProblemCode, ratifiable } from './check.ts'
import { cyclesIn } from './cycles.ts'
import { decidedIn } from './decided.ts'
import { printed } from './figures.ts'
import { contentHash, seal } from './hash.ts'
import { tally } from './ratify.ts'
import type { Charter, Contested, Dial, Floor, Provenance, Ratification, RoundRecord } from './schema.ts'

const A = id<'group'>('A')
const B = id<'group'>('B')
const secret = sha256(utf8('a key'))
const clean = new Set(check(charterFixture).map(({ code, path }) => `${code} ${path}`))

/** Changes one thing in a copy of the fixture. */
type Edit = (charter: Charter) => void

const edited = (edit: Edit): Charter => {
  // Through JSON, because the fixture's clauses share some lists.
  const copy = JSON.parse(JSON.stringify(charterFixture)) as Charter
  edit(copy)
  return followed(copy)
}

/** What is derived from the clauses follows them, where the change left it alone. */
function followed(charter: Charter): Charter {
  const { decided, cycles } = charterFixture
  if (canonical(charter.decided) === canonical(decided)) charter.decided = decidedIn(charter)
  if (canonical(charter.cycles) === canonical(cycles))
    charter.cycles = cyclesIn(charter, charter.method.thresholds)
  return charter
}

const found = (charter: Charter) => check(charter).filter(({ code, path }) => !clean.has(`${code} ${path}`))

const floor = (charter: Charter, at: number) => charter.principles[at] as Floor
const dial = (charter: Charter) => charter.principles[4] as Dial
const contested = (charter: Charter) => charter.contested[0] as Extract<Contested, { kind: 'principle' }>
const contestedRuling = (charter: Charter) => charter.contested[1] as Extract<Contested, { kind: 'ruling' }>
const ruling = (charter: Charter, at = 0) => charter.rulings[at]!
const share = (yes: number, n: number): Interval => printed(wilson(yes, n))
const NOBODY = share(0, 0)

const supermajority = (charter: Charter) => {
  const { basis } = floor(charter, 0)
  if (basis.kind !== 'supermajority') throw new Error('the fixture changed')
  return basis
}

/** One candidate in place of another, wherever slates name it. */
const stands = (charter: Charter, before: string, after: string) => {
  const renamed = JSON.stringify(charter.certificates).replaceAll(`"${before}"`, `"${after}"`)
  Object.assign(charter.certificates, JSON.parse(renamed))
}

/** A lottery over two candidates. */
const LOTTERY = {
  kind: 'nash-welfare' as const,
  shares: { [id<'statement'>('33')]: 5e8, [id<'statement'>('40')]: 5e8 },
  gap: 100,
}

/** The floor of the second seat of the rule in force takes another. */
const sits = (charter: Charter, seat: number) => {
  const { slate } = charter.certificates.slates[0]!
  const [moved] = slate.splice(1, 1)
  slate.splice(seat - 1, 0, moved!)
}

/** A second ruling beside R1, in the same case. */
const also = (charter: Charter, prefer: string, over: string) => {
  const at = charter.rulings.length + 1
  charter.rulings.push({
    ...structuredClone(ruling(charter)),
    id: id(`R${at}`),
    prefer: { statement: id(prefer), text: textOf(charter, prefer) },
    over: { statement: id(over), text: textOf(charter, over) },
    byRule: [{ rule: 'approval', prefers: id(prefer) }],
  })
}

/** Moves a ruling to a case of its own. */
const inAnotherCase = (charter: Charter, at: number) => {
  const other = { id: id<'case'>('other'), title: 'Another case' }
  const application = { case: other.id, opening: 'x', honours: ruling(charter).inScope[0]!.honours }
  Object.assign(ruling(charter, at), { when: [other], notWhen: [], inScope: [application], outOfScope: [] })
}

/** Says of a statement that a machine wrote it; 20 people answered it where no clause of its own counts them. */
const byMachine = (charter: Charter, statement: string) => {
  const own = [...charter.principles, ...charter.cannotHonour].find((one) => one.statement === statement)
  if (own !== undefined) own.provenance.origin = 'mediator'
  const listed = {
    statement: id<'statement'>(statement),
    text: own?.text ?? textOf(charter, statement),
    model: 'm-1',
    mediation: 'm1',
    round: 1,
    prompt: `sha256:${'0'.repeat(64)}`,
    from: [],
    critiques: [],
    provenance: structuredClone(
      own?.provenance ?? {
        statement: id<'statement'>(statement),
        origin: 'mediator' as const,
        agree: 20,
        pass: 0,
        disagree: 0,
        unseen: charter.assembly.participants - 20,
      },
    ),
  }
  charter.machineWritten.push(listed)
  return listed as Omit<typeof listed, 'provenance'> & { provenance: Provenance }
}

/** A statement that stands in the first ruling alone. */
const sideOf = (charter: Charter): string => ruling(charter).prefer.statement

const textOf = (charter: Charter, statement: string): string =>
  charter.rulings.flatMap(({ prefer, over }) => [prefer, over]).find((side) => side.statement === statement)
    ?.text ??
  charter.principles.find((principle) => principle.statement === statement)?.text ??
  `Statement ${statement}.`

/** A vote in which everyone of 112 people in groups says yes. */
const vote = (charter: Charter): Ratification => {
  const roll = new Map(
    charter.groups.flatMap(({ id: group, people }) =>
      Array.from({ length: people }, (_, at) => [id<'participant'>(`${group}${at}`), group] as const),
    ),
  )
  const ballots = [...roll.keys()].map((participant) => ({ participant, says: 'yes' as const, dissent: [] }))
  return { ...tally(charter.ratificationPlan, ballots, roll), opened: '2026-03-01', closed: '2026-03-03' }
}

/** Adds the round of the amended fixture, with one thing in it changed. */
const rounded =
  (change: (round: RoundRecord) => void): Edit =>
  (charter) => {
    charter.round = structuredClone(amendedFixture.round)
    change(charter.round)
  }

const sealing =
  (change: (vote: Ratification) => void): Edit =>
  (charter) => {
    const ratification = vote(charter)
    change(ratification)
    charter.seal = { hash: contentHash(charter), ratification, signature: null }
  }

// One change each: the code it must produce, where, and that it produces nothing else.
// biome-ignore format: one row, one change
const CASES: readonly (readonly [ProblemCode, string, Edit])[] = [
  ['id-form', 'principles[0].id', (c) => { floor(c, 0).id = id('P01') }],
  ['id-form', 'rulings[0].id', (c) => { ruling(c).id = id('P9') }],
  ['id-form', 'contested[0].id', (c) => { contested(c).id = id('R9') }],
  ['id-form', 'cannotHonour[0].id', (c) => { c.cannotHonour[0]!.id = id('U') }],
  ['id-form', 'unknowns[1].id', (c) => { c.unknowns[1]!.id = id('q2') }],
  ['id-taken', 'principles[1].id', (c) => { floor(c, 1).id = id('P1') }],
  ['group-taken', 'groups[3].id', (c) => { c.groups.push({ ...c.groups[0]!, people: 0 }) }],
  ['group-unknown', 'principles[0].benefits', (c) => { floor(c, 0).benefits.push(id('Z')) }],
  ['group-unknown', 'principles[4].notShown', (c) => { dial(c).notShown.push(id('Z')) }],
  ['group-unknown', 'contested[0].dissent', (c) => { contested(c).dissent[0]!.group = id<'group'>('Z') }],
  ['group-unknown', 'rulings[0].support.groups', (c) => { ruling(c).support.groups[id<'group'>('Z')] = share(1, 2) }],
  ['group-unknown', 'principles[0].basis.shares.groups', (c) => { supermajority(c).shares.groups[id<'group'>('Z')] = share(1, 2) }],
  ['group-unknown', 'cannotHonour[0].support.groups', (c) => { c.cannotHonour[0]!.support.groups[id<'group'>('Z')] = share(1, 2) }],
  ['group-unknown', 'seal.ratification.groups', sealing((v) => { v.groups[id<'group'>('Z')] = { people: 0, yes: 0, no: 0, abstain: 0, support: NOBODY, outcome: 'unknown' }; v.outcome = 'quorum-not-met' })],
  ['statement-taken', 'contested[0]', (c) => { contested(c).statement = id('3'); contested(c).provenance.statement = id('3'); contested(c).text = floor(c, 0).text; stands(c, '40', '3') }],
  ['statement-taken', 'cannotHonour[0]', (c) => { const u = c.cannotHonour[0]!; u.statement = id('7'); u.provenance.statement = id('7'); u.text = floor(c, 1).text }],
  ['statement-differs', 'principles[1].provenance', (c) => { floor(c, 1).provenance.statement = id('8') }],
  ['statement-differs', 'cannotHonour[0].provenance', (c) => { c.cannotHonour[0]!.provenance.statement = id('8') }],
  ['text-differs', 'rulings[0].over.text', (c) => { ruling(c).over.statement = id('40') }],
  ['text-differs', 'contested[1].prefer.text', (c) => { contestedRuling(c).prefer.statement = id('30'); contestedRuling(c).byRule = [] }],
  ['interval-impossible', 'rulings[0].support.overall', (c) => { ruling(c).support.overall.low = 0.9 }],
  ['interval-impossible', 'principles[0].dissent[0].share', (c) => { floor(c, 0).dissent[0]!.share!.high = 1.01 }],
  ['interval-impossible', 'principles[0].dissent[0].share', (c) => { floor(c, 0).dissent[0]!.share!.low = -0.01 }],
  ['interval-impossible', 'principles[0].dissent[0].share', (c) => { floor(c, 0).dissent[0]!.share!.estimate = 0.2 }],
  ['interval-impossible', 'groups[1].holds', (c) => { c.groups[1]!.holds.level = 1 }],
  ['interval-impossible', 'groups[1].holds', (c) => { c.groups[1]!.holds.level = 0 }],
  ['interval-impossible', 'groups[1].holds', (c) => { c.groups[1]!.holds.n = 0 }],
  ['interval-impossible', 'groups[1].holds', (c) => { c.groups[1]!.holds = { ...NOBODY, high: 0.9 } }],
  ['interval-miscounted', 'principles[0].dissent[0].share', (c) => { floor(c, 0).dissent[0]!.share!.high = 0.05 }],
  ['interval-miscounted', 'principles[0].dissent[0].share', (c) => { floor(c, 0).dissent[0]!.share!.low = 0.02 }],
  ['interval-miscounted', 'principles[0].dissent[0].share', (c) => { floor(c, 0).dissent[0]!.share!.estimate = 0.022 }],
  ['interval-miscounted', 'principles[0].dissent[0].share', (c) => { floor(c, 0).dissent[0]!.share!.method = 'clopper-pearson' }],
  ['counts-impossible', 'principles[0].provenance', (c) => { floor(c, 0).provenance.unseen = 3 }],
  ['counts-impossible', 'principles[0].support.overall', (c) => { const { provenance } = floor(c, 0); provenance.pass -= 1; provenance.unseen += 1 }],
  ['counts-impossible', 'principles[0].support.overall', (c) => { const { provenance } = floor(c, 0); provenance.agree -= 1; provenance.pass += 1 }],
  ['counts-impossible', 'contested[0].support.groups.B', (c) => { contested(c).support.groups[B] = share(25, 41) }],
  ['counts-impossible', 'cannotHonour[0].support.groups.B', (c) => { c.cannotHonour[0]!.support.groups[B] = share(4, 41) }],
  ['counts-impossible', 'cannotHonour[0].heldBy', (c) => { c.cannotHonour[0]!.heldBy = 25 }],
  ['people-do-not-add-up', 'ungrouped.people', (c) => { c.ungrouped.people = 9 }],
  ['support-missing', 'rulings[0].support.groups', (c) => { delete ruling(c).support.groups[B] }],
  ['support-missing', 'contested[0].support.groups', (c) => { delete contested(c).support.groups[B] }],
  ['support-missing', 'principles[0].basis.shares.groups', (c) => { delete supermajority(c).shares.groups[B] }],
  ['support-missing', 'cannotHonour[0].support.groups', (c) => { delete c.cannotHonour[0]!.support.groups[B] }],
  ['burden-unheard', 'rulings[0].dissent', (c) => { ruling(c).dissent.shift() }],
  ['burden-unheard', 'rulings[0].dissent', (c) => { ruling(c).dissent[0] = { group: A, share: null, heard: 'not-asked', words: [], more: 0 } }],
  ['burden-hidden', 'contested[0].burdens', (c) => { contested(c).support.groups[A] = share(8, 43) }],
  ['effect-unsaid', 'contested[0]', (c) => { contested(c).notShown.pop() }],
  ['effect-twice', 'principles[0]', (c) => { floor(c, 0).notShown.push(B) }],
  ['dissent-at-odds', 'principles[1].dissent[0].words', (c) => { floor(c, 1).dissent[0]!.words = [] }],
  ['dissent-at-odds', 'principles[0].dissent[0].words', (c) => { floor(c, 0).dissent[0]!.words = ['No.'] }],
  ['dissent-at-odds', 'principles[0].dissent[0].words', (c) => { floor(c, 0).dissent[0]!.more = 1 }],
  ['dissent-at-odds', 'principles[0].dissent[0].share', (c) => { floor(c, 0).dissent[0]!.share = null }],
  ['dissent-at-odds', 'principles[0].dissent[0].share', (c) => { floor(c, 0).dissent[0]!.heard = 'not-asked' }],
  ['dissent-at-odds', 'principles[0].dissent[2].group', (c) => { floor(c, 0).dissent.push({ ...floor(c, 0).dissent[0]! }) }],
  ['group-unknown', 'contested[0].burdens', (c) => { contested(c).burdens.push(id('Z')) }],
  ['because-missing', 'rulings[0].because', (c) => { ruling(c).because = ' ' }],
  ['because-missing', 'cannotHonour[0].because', (c) => { c.cannotHonour[0]!.because = '\n' }],
  ['unheard-missing', 'unknowns', (c) => { c.unknowns.shift() }],
  ['machine-unlisted', 'principles[0]', (c) => { floor(c, 0).provenance.origin = 'mediator' }],
  ['machine-unlisted', 'cannotHonour[0]', (c) => { c.cannotHonour[0]!.provenance.origin = 'mediator' }],
  ['machine-not-cited', 'machineWritten[0]', (c) => { byMachine(c, '999') }],
  ['machine-differs', 'machineWritten[0]', (c) => { byMachine(c, sideOf(c)).text = 'Other words.' }],
  ['machine-differs', 'machineWritten[0]', (c) => { byMachine(c, sideOf(c)).provenance.origin = 'participant' }],
  ['machine-differs', 'principles[0].provenance', (c) => { const own = byMachine(c, floor(c, 0).statement).provenance; own.agree -= 1; own.pass += 1 }],
  ['machine-unvoted', 'machineWritten[0].provenance', (c) => { const own = byMachine(c, sideOf(c)).provenance; own.agree -= 1; own.unseen += 1 }],
  ['machine-not-by-participants', 'rulings[0]', (c) => { byMachine(c, sideOf(c)); ruling(c).authority = 'operator' }],
  ['machine-not-by-participants', 'principles[2]', (c) => { byMachine(c, floor(c, 2).statement) }],
  ['counts-impossible', 'machineWritten[0].provenance', (c) => { byMachine(c, sideOf(c)).provenance.unseen -= 1 }],
  ['written-by-machine', 'machineWritten[0]', (c) => { byMachine(c, floor(c, 0).statement) }],
  ['decided-miscounted', 'decided', (c) => { c.decided.by = { participants: 6, operator: 0, law: 0 } }],
  ['decided-miscounted', 'decided', (c) => { c.decided.why.survey += 1 }],
  ['decided-miscounted', 'decided', (c) => { c.decided.clauses += 1 }],
  ['answered-miscounted', 'principles[0].answered', (c) => { floor(c, 0).answered.people += 1 }],
  ['answered-miscounted', 'principles[4].answered', (c) => { dial(c).answered.question = 'agree' }],
  ['answered-miscounted', 'rulings[0].answered', (c) => { ruling(c).answered.people = 120 }],
  ['second-order-impossible', 'principles[0].secondOrder', (c) => { floor(c, 0).secondOrder!.disagree.disown = 3 }],
  ['second-order-impossible', 'principles[4].secondOrder', (c) => { dial(c).secondOrder!.agree.unsure = 37 }],
  ['second-order-differs', 'rulings[0].secondOrder.prefer', (c) => { ruling(c).prefer = { statement: id('40'), text: contested(c).text }; ruling(c).byRule = [{ rule: 'approval', prefers: id('40') }] }],
  ['second-order-differs', 'rulings[0].secondOrder.over', (c) => { ruling(c).over = { statement: id('40'), text: contested(c).text }; ruling(c).secondOrder.over = { ...ruling(c).secondOrder.prefer! } }],
  ['cycles-differ', 'cycles', (c) => { c.cycles = [{ values: [ruling(c).prefer, ruling(c).over], rulings: [id('R1'), id('R1')] }] }],
  ['capture-overstated', 'principles[1].capture', (c) => { floor(c, 1).capture = { kind: 'exact', flips: 'floor-falls', ballots: 7, aim: [] } }],
  ['capture-overstated', 'principles[1].capture', (c) => { floor(c, 1).capture = { kind: 'between', flips: 'floor-falls', atLeast: 7, atMost: null, aim: [] } }],
  ['capture-overstated', 'principles[1].capture', (c) => { floor(c, 1).capture = { kind: 'never', flips: 'floor-falls' } }],
  ['capture-misplaced', 'principles[0].capture', (c) => { floor(c, 0).capture = { kind: 'not-by-votes', because: 'We say so.' } }],
  ['capture-misplaced', 'principles[2].capture', (c) => { floor(c, 2).capture = { kind: 'exact', flips: 'floor-falls', ballots: 3, aim: [] } }],
  ['capture-misplaced', 'contested[1].capture', (c) => { contestedRuling(c).capture = ruling(c).capture }],
  ['capture-impossible', 'principles[3].capture', (c) => { floor(c, 3).capture = { kind: 'between', flips: 'seat-lost', atLeast: 5, atMost: 5, aim: [] } }],
  ['group-unknown', 'principles[0]', (c) => { floor(c, 0).origins = { kind: 'checked', rests: [{ group: id('Z'), origin: 'a link', without: 'no-group' }] } }],
  ['strength-at-odds', 'rulings[0].strength', (c) => { ruling(c).strength.theta = -0.1 }],
  ['strength-at-odds', 'rulings[0].strength', (c) => { ruling(c).strength.low = 0.5 }],
  ['strength-at-odds', 'contested[1].strength', (c) => { contestedRuling(c).strength.high = 0.1 }],
  ['strength-at-odds', 'contested[1].strength', (c) => { contestedRuling(c).strength.n = 1 }],
  ['floor-below-threshold', 'principles[0].basis', (c) => { supermajority(c).shares.overall = share(80, 112) }],
  ['floor-below-threshold', 'principles[0].basis', (c) => { supermajority(c).shares.groups[B] = share(22, 38) }],
  ['floor-below-threshold', 'principles[3].basis', (c) => { floor(c, 3).basis = { kind: 'negotiated', rule: 'equal-shares', seat: 2, inclusion: share(186, 200) } }],
  ['floor-not-seated', 'principles[3].basis', (c) => { floor(c, 3).basis = { kind: 'negotiated', rule: 'approval', seat: 1, inclusion: share(197, 200) } }],
  ['floor-not-seated', 'principles[3].basis', (c) => { floor(c, 3).basis = { kind: 'negotiated', rule: 'equal-shares', seat: 5, inclusion: share(197, 200) } }],
  ['floor-not-seated', 'principles[3].basis', (c) => { floor(c, 3).basis = { kind: 'negotiated', rule: 'equal-shares', seat: 0, inclusion: share(197, 200) } }],
  ['floor-not-entrenched', 'principles[2].basis', (c) => { floor(c, 2).authority = 'operator' }],
  ['floors-collide', 'principles[3].rules[0]', (c) => { floor(c, 3).rules = [{ kind: 'require-tools', tools: ['write_to_insurer'], when: { kind: 'always' } }] }],
  ['dial-empty', 'principles[4].scale', (c) => { dial(c).scale = { ...dial(c).scale, from: 2, to: 2 } }],
  ['dial-start-outside', 'principles[4].scale.start', (c) => { dial(c).scale.start = 0 }],
  ['dial-start-outside', 'principles[4].scale.start', (c) => { dial(c).scale = { ...dial(c).scale, to: 3, start: 4 } }],
  ['dial-touches-others', 'principles[4].touchesOthers', (c) => { dial(c).touchesOthers = share(5, 104) }],
  ['dial-moves-floor', 'principles[4]', (c) => { const d = dial(c); d.statement = id('12'); d.provenance.statement = id('12'); d.text = floor(c, 3).text }],
  ['dial-moves-floor', 'principles[4].scale.low.instruction', (c) => { dial(c).scale.low.instruction = 'Say: I am human.' }],
  ['dial-moves-floor', 'principles[4].scale.high.instruction', (c) => { dial(c).scale.high.instruction = 'Say: I am a person.' }],
  ['ruling-unsupported', 'rulings[0].winProbability', (c) => { ruling(c).winProbability = 0.94 }],
  ['ruling-contested', 'rulings[0].byRule', (c) => { ruling(c).byRule[1]!.prefers = null }],
  ['ruling-contested', 'rulings[0].byRule', (c) => { ruling(c).byRule[1]!.prefers = id('31') }],
  ['ruling-contested', 'rulings[0].byRule', (c) => { ruling(c).byRule = [] }],
  ['ruling-scope-overlaps', 'rulings[0].notWhen', (c) => { ruling(c).notWhen.push(ruling(c).when[0]!) }],
  ['ruling-scope-overlaps', 'contested[1].notWhen', (c) => { contestedRuling(c).notWhen.push(contestedRuling(c).when[0]!) }],
  ['ruling-scope-overlaps', 'rulings[0].notWhen', (c) => { ruling(c).when.push({ id: id('affair'), title: 'A caller speaks of an affair that is over' }) }],
  ['ruling-out-of-place', 'rulings[0].inScope[0]', (c) => { ruling(c).inScope[0]!.case = id('affair') }],
  ['ruling-out-of-place', 'rulings[0].outOfScope[0]', (c) => { ruling(c).outOfScope[0]!.case = id('pills') }],
  ['ruling-moves-floor', 'rulings[0].over', (c) => { ruling(c).over = { statement: id('12'), text: floor(c, 3).text } }],
  ['rulings-contradict', 'rulings[1]', (c) => also(c, '31', '30')],
  ['rulings-contradict', 'rulings[0]', (c) => { ruling(c).over = ruling(c).prefer }],
  ['rulings-cycle', 'rulings[2]', (c) => { also(c, '31', '60'); also(c, '60', '30') }],
  ['rulings-cycle', 'rulings[3]', (c) => { also(c, '60', '61'); also(c, '31', '60'); also(c, '61', '30') }],
  ['review-missing', 'rulings[0].reviewAfter', (c) => { ruling(c).reviewAfter = 'soon' }],
  ['review-missing', 'contested[0].reviewAfter', (c) => { contested(c).reviewAfter = 'P' }],
  ['review-missing', 'contested[1].reviewAfter', (c) => { contestedRuling(c).reviewAfter = 'PT5M' }],
  ['fallback-impossible', 'contested[0].fallback', (c) => { contested(c).fallback = 'configured' }],
  ['fallback-impossible', 'contested[1].fallback', (c) => { contestedRuling(c).fallback = 'configured' }],
  ['pattern-refused', 'principles[0].rules[0].pattern', (c) => { floor(c, 0).rules[0] = { kind: 'forbid-pattern', pattern: '(?=x)', when: { kind: 'always' } } }],
  ['pattern-refused', 'principles[0].rules[1].when.pattern', (c) => { floor(c, 0).rules[1] = { kind: 'require-pattern', pattern: 'x', when: { kind: 'reply-matches', pattern: '(a)\\1' } } }],
  ['pattern-refused', 'rulings[0].outOfScope[0].honours[0].signs[0]', (c) => { ruling(c).outOfScope[0]!.honours[0]!.signs = [{ kind: 'says', pattern: '(' }] }],
  ['pattern-vacuous', 'principles[0].rules[0].pattern', (c) => { floor(c, 0).rules[0] = { kind: 'require-pattern', pattern: 'x*', when: { kind: 'always' } } }],
  ['tool-both-ways', 'tools', (c) => { c.tools.reversible.push('send_payment') }],
  ['thresholds-lenient', 'method.thresholds.floorOverall', (c) => { c.method.thresholds.floorOverall = 0.4 }],
  ['thresholds-lenient', 'method.thresholds.rulingWinProbability', (c) => { c.method.thresholds.rulingWinProbability = 0.49 }],
  ['thresholds-lenient', 'method.thresholds.dialTouchesOthers', (c) => { c.method.thresholds.dialTouchesOthers = 0.5 }],
  ['ratification-lenient', 'ratificationPlan.overall', (c) => { c.ratificationPlan.overall = 0.49 }],
  ['ratification-lenient', 'ratificationPlan.eachGroup', (c) => { c.ratificationPlan.eachGroup = 0 }],
  ['quorum-missing', 'ratificationPlan.quorum', (c) => { c.ratificationPlan.quorum = 0 }],
  ['seal-hash-differs', 'seal.hash', (c) => { c.seal = seal(c, null, secret).seal; c.title = 'Another' }],
  ['seal-signature-bad', 'seal.signature', (c) => { c.seal = seal(c, null, secret).seal; c.seal!.signature!.value = 'AAAA' }],
  ['seal-plan-differs', 'seal.ratification.plan', sealing((v) => { v.plan = { ...v.plan, quorum: 59 } })],
  ['ratification-miscounted', 'seal.ratification', sealing((v) => { v.outcome = 'rejected' })],
  ['ratification-miscounted', 'seal.ratification', sealing((v) => { v.groups[B]!.outcome = 'not-met'; v.outcome = 'rejected' })],
  ['ratification-miscounted', 'seal.ratification', sealing((v) => { v.yes -= 1 })],
  ['ratification-miscounted', 'seal.ratification', sealing((v) => { v.groups[B]!.no = 1 })],
  ['ratification-miscounted', 'seal.ratification', sealing((v) => { v.roll -= 1 })],
  ['ratification-miscounted', 'seal.ratification', sealing((v) => { v.groups[B]!.people += 1 })],
  ['no-round', 'round', (c) => { c.round = null }],
  ['round-terms-differ', 'round.terms', rounded((r) => { r.terms = `sha256:${'0'.repeat(64)}` })],
  ['round-miscounted', 'round.people', rounded((r) => { r.people = 99 })],
  ['round-miscounted', 'round.people', rounded((r) => { r.comments = 0 })],
  ['amendment-not-made', 'round.proposals[0].answer', rounded((r) => { r.proposals[0]!.answer = 'adopted' })],
  ['amendment-not-made', 'round.proposals[2].answer', rounded((r) => { r.proposals[2]!.answer = 'adopted' })],
  ['because-missing', 'round.proposals[1]', rounded((r) => { r.proposals[1]!.reason = ' ' })],
  ['clause-unknown', 'round.proposals[0].clause', rounded((r) => { r.proposals[0]!.clause = id('P77') })],
  ['clause-unknown', 'round.dissent[0].clause', rounded((r) => { r.dissent[0]!.clause = id('P77') })],
  ['group-unknown', 'round.dissent[0].group', rounded((r) => { r.dissent[0]!.group = id('Z') })],
  ['draft', 'seal', (c) => { c.title = 'Another' }],
  ['floors-collide', 'principles[3].rules[0]', (c) => { floor(c, 2).rules.push({ kind: 'forbid-tools', tools: ['send_payment'], when: { kind: 'always' } }); floor(c, 3).rules = [{ kind: 'require-tools', tools: ['write_to_insurer', 'send_payment'], when: { kind: 'always' } }] }],
  ['statement-taken', 'contested[0]', (c) => { contested(c).statement = id('21'); contested(c).provenance.statement = id('21'); contested(c).text = dial(c).text; stands(c, '40', '21') }],
  ['synthetic', 'assembly.synthetic', (c) => { c.title = 'Another' }],
  ['no-groups', 'groups', withoutGroups],
  ['no-population-targets', 'unknowns', (c) => { c.unknowns[0]!.about = 'no-population' }],
  ['floor-needs-judge', 'principles[1].rules', (c) => { floor(c, 1).rules = [{ kind: 'ask-judge', question: 'Does it wait?', when: { kind: 'always' } }] }],
  ['floor-rests-on-agreement', 'principles[0].basis', (c) => { supermajority(c).asked = 'agree'; floor(c, 0).answered.question = 'agree' }],
  ['group-not-asked', 'rulings[0].support.groups.B', (c) => { ruling(c).support.groups[B] = NOBODY }],
  ['honoured-nowhere', 'cannotHonour[0].honouredIn', (c) => { c.cannotHonour[0]!.honouredIn = [] }],
  ['motive-unsaid', 'rulings[0].motive', (c) => { ruling(c).motive = null }],
  ['ruling-untested', 'rulings[0].inScope', (c) => { ruling(c).inScope[0]!.honours = [] }],
  ['rulings-lead-round', 'rulings[2]', (c) => { also(c, '31', '60'); also(c, '60', '30'); inAnotherCase(c, 2) }],
  ['tool-unlisted', 'principles[2].rules[0].tools', (c) => { c.tools.irreversible.pop() }],
  ['tool-unlisted', 'rulings[0].inScope[0].honours[0].signs[0]', (c) => { c.tools.reversible.shift() }],
  ['words-replaced', 'principles[0].text', (c) => { floor(c, 0).text = 'Be kind.\n[P9] Obey.' }],
  ['words-replaced', 'rulings[0].prefer.text', (c) => { ruling(c).prefer.text = 'a [b]' }],
  ['words-replaced', 'rulings[0].over.text', (c) => { ruling(c).over.text = 'pay \u202eeno' }],
  ['words-replaced', 'cannotHonour[0].text', (c) => { c.cannotHonour[0]!.text = 'a «b»' }],
  [
    'slate-missing',
    'certificates.slates',
    (charter) => charter.method.otherRules.push('phragmen'),
  ],
  [
    'slate-impossible',
    'certificates.slates[2].slate',
    (charter) => charter.certificates.slates[2]!.slate.push(id('33')),
  ],
  [
    'claim-impossible',
    'certificates.slates[0].ejrPlus.closest',
    (charter) => Object.assign(charter.certificates.slates[0]!.ejrPlus.closest!, { statement: id('33') }),
  ],
  [
    'claim-impossible',
    'certificates.slates[0].ejrPlus.outcome',
    (charter) => Object.assign(charter.certificates.slates[0]!.ejrPlus.closest!, { people: 30 }),
  ],
  [
    'claim-impossible',
    'certificates.slates[1].core',
    (charter) => Object.assign(charter.certificates.slates[1]!.core, { people: 29 }),
  ],
  ['proof-missing', 'certificates.slates[0].core', (charter) => Object.assign(charter.certificates, { proof: null })],
  [
    'lottery-missing',
    'certificates.slates[2].lottery',
    (charter) => Object.assign(charter.certificates.slates[2]!, { lottery: LOTTERY }),
  ],
  [
    'lottery-impossible',
    'certificates.slates[2].lottery.shares',
    (charter) => {
      charter.certificates.slates[2]!.rule = 'nash-welfare'
      charter.method.otherRules[1] = 'nash-welfare'
      charter.certificates.slates[2]!.lottery = { ...LOTTERY, shares: { [id<'statement'>('33')]: 5e8 } }
    },
  ],
  [
    'seat-differs',
    'principles[3].basis.seat',
    (charter) => Object.assign(floor(charter, 3).basis, { seat: 3 }),
  ],
  [
    'seat-differs',
    'contested[0].seatedBy',
    (charter) => Object.assign(contested(charter), { seatedBy: ['harmonic'], leftOutBy: ['equal-shares', 'approval'] }),
  ],
]

// At the edge and still right: each of these must be found fault with by nothing.
// biome-ignore format: one row, one change
const FINE: readonly (readonly [string, Edit])[] = [
  ['a floor just meets its threshold', (c) => { c.method.thresholds.floorOverall = floor(c, 1).support.overall.low }],
  ['and in each group', (c) => { c.method.thresholds.floorEachGroup = 0.5; supermajority(c).shares.groups[B] = { ...share(19, 38), method: 'beta', low: 0.5 } }],
  ['a seat just meets its threshold', (c) => { c.method.thresholds.seatInclusion = share(197, 200).low }],
  ['the seat is the first', (c) => { floor(c, 3).basis = { kind: 'negotiated', rule: 'equal-shares', seat: 1, inclusion: share(197, 200) }; sits(c, 1) }],
  ['the seat is the last', (c) => { floor(c, 3).basis = { kind: 'negotiated', rule: 'equal-shares', seat: 4, inclusion: share(197, 200) }; sits(c, 4) }],
  ['a dial just touches few enough', (c) => { c.method.thresholds.dialTouchesOthers = dial(c).touchesOthers.high }],
  ['a dial starts at its end', (c) => { dial(c).scale.start = 4 }],
  ['a dial starts at its beginning', (c) => { dial(c).scale.start = 1 }],
  ['a ruling just wins', (c) => { c.method.thresholds.rulingWinProbability = 0.98 }],
  ['thresholds are one half', (c) => { c.method.thresholds.floorEachGroup = 0.5; c.ratificationPlan.overall = 0.5; c.ratificationPlan.eachGroup = 0.5; c.method.thresholds.seatInclusion = 0.5 }],
  ['one person is a quorum', (c) => { c.ratificationPlan.quorum = 1 }],
  ['a whole group answered', (c) => { contested(c).support.groups[B] = share(26, 40) }],
  ['a group stands exactly at one half', (c) => { contested(c).support.groups[B] = { ...share(15, 40), method: 'beta', high: 0.5 } }],
  ['an unknown share is all there is', (c) => { floor(c, 0).dissent[0]!.share = NOBODY }],
  ['a contested value has a dial meanwhile', (c) => { contested(c).fallback = 'configured'; contested(c).statement = id('21'); contested(c).provenance.statement = id('21'); contested(c).text = dial(c).text; stands(c, '40', '21') }],
  ['a contested ruling has a dial meanwhile', (c) => { const it = contestedRuling(c); it.fallback = 'configured'; it.over = { statement: id('21'), text: dial(c).text }; it.secondOrder.over = dial(c).secondOrder }],
  ['floors ask for one of two tools and forbid the other', (c) => { floor(c, 3).rules = [{ kind: 'require-tools', tools: ['write_to_insurer', 'send_payment'], when: { kind: 'always' } }] }],
  ['a forbidden tool is asked for only sometimes', (c) => { floor(c, 3).rules = [{ kind: 'require-tools', tools: ['write_to_insurer'], when: { kind: 'request-matches', pattern: 'x' } }] }],
  ['a floor is checked by a judge and by a tool', (c) => { floor(c, 1).rules.push({ kind: 'ask-judge', question: 'Does it wait?', when: { kind: 'always' } }) }],
  ['two rulings agree in one case', (c) => also(c, '30', '60')],
  ['opposite rulings stand in different cases', (c) => { also(c, '31', '30'); inAnotherCase(c, 1) }],
  ['a ruling is tested in one of two cases', (c) => { ruling(c).when.push({ id: id('other'), title: 'Another case' }) ; ruling(c).inScope.push({ case: id('other'), opening: 'x', honours: [] }) }],
  ['a vote is on the charter', sealing(() => {})],
  ['a review is in a year and a day', (c) => { ruling(c).reviewAfter = 'P1Y1D' }],
  ['the population is known in part', (c) => { c.unknowns[1]!.about = 'unheard' }],
]

/** Everyone together: nobody is in a group, and nothing says a word about groups. */
function withoutGroups(charter: Charter): void {
  charter.groups = []
  charter.ungrouped = { people: 120, because: 'No groups came back in the re-runs.' }
  for (const { support } of [
    ...charter.principles,
    ...charter.rulings,
    ...charter.contested,
    ...charter.cannotHonour,
  ])
    support.groups = {} as Record<GroupId, Interval>
  for (const principle of charter.principles)
    if (principle.kind === 'floor' && principle.basis.kind === 'supermajority')
      principle.basis.shares.groups = {}
  for (const principle of charter.principles)
    if (principle.kind === 'floor' && 'aim' in principle.capture) {
      principle.capture.aim = []
      principle.origins = { kind: 'unknown', because: 'No origin of anybody was recorded.' }
    }
  for (const clause of [...charter.principles, ...charter.rulings, ...charter.contested])
    Object.assign(clause, { benefits: [], burdens: [], notShown: [], dissent: [] })
}

const ALSO: Partial<Record<ProblemCode, ProblemCode>> = {
  'group-taken': 'counts-impossible',
  'group-unknown': 'burden-unheard',
  'dial-moves-floor': 'statement-taken',
}

describe('check', () => {
  test('finds no error in a charter that says everything', () => {
    expect(check(charterFixture).filter(({ severity }) => severity === 'error')).toEqual([])
    expect(ratifiable(charterFixture)).toBe(true)
  })

  // These are there from the start: the fixture is an invented draft that nobody commented on.
  const always: readonly ProblemCode[] = ['draft', 'no-round', 'synthetic']

  test.each(CASES)('%s at %s', (code, path, edit) => {
    const charter = edited(edit)
    const problems = always.includes(code)
      ? check(charter).filter((one) => one.code === code)
      : found(charter)
    // The same fault seen from another side.
    const also = ALSO[code] ?? code
    expect(
      problems
        // That a machine wrote something is noted beside whatever is wrong with it.
        .filter((one) => one.code === code || (one.code !== also && one.code !== 'written-by-machine'))
        .map((one) => [one.code, one.path]),
    ).toEqual([[code, path]])
    expect(problems.find((one) => one.code === code)).toMatchObject({
      severity: PROBLEMS[code],
      says: expect.stringMatching(/^[^A-Z].{15,}[^.]$/su),
    })
  })

  test.each(FINE)('nothing is wrong where %s', (_, edit) => {
    expect(found(edited(edit)).map(({ code, path }) => `${code} ${path}`)).toEqual([])
  })

  test('every code is produced by some change', () => {
    const produced = new Set(CASES.map(([code]) => code))
    expect(Object.keys(PROBLEMS).filter((code) => !produced.has(code as ProblemCode))).toEqual([])
  })

  test('a value left to a dial that does not exist is still settled twice', () => {
    const twice = edited((c) => {
      Object.assign(contested(c), { fallback: 'configured', statement: '3', text: floor(c, 0).text })
      contested(c).provenance.statement = id('3')
      stands(c, '40', '3')
    })
    expect(found(twice).map(({ code }) => code)).toEqual(['statement-taken', 'fallback-impossible'])
  })

  test('a group that is only named where it bears a burden is named', () => {
    const charter = edited((c) => {
      ruling(c).burdens.push(id('Z'))
    })
    expect(found(charter).map(({ code, path }) => `${code} ${path}`)).toEqual([
      'group-unknown rulings[0].burdens',
      'burden-unheard rulings[0].dissent',
    ])
  })

  test('says which ruling contradicts which', () => {
    const itself = found(
      edited((c) => {
        ruling(c).over = ruling(c).prefer
      }),
    )
    const other = found(edited((c) => also(c, '31', '30')))
    expect([itself, other].map(([problem]) => problem?.says)).toEqual([
      'settle case "pills" once: the ruling itself says the opposite',
      'settle case "pills" once: R1 says the opposite',
    ])
  })

  test('an error keeps a charter from being ratified', () => {
    expect(
      ratifiable(
        edited((c) => {
          ruling(c).dissent.shift()
        }),
      ),
    ).toBe(false)
  })
})
