import { beforeAll, describe, expect, test } from 'vitest'
import { sampleCharter } from '../../app/sample/study.case.ts'
import type { Charter } from '../../charter/index.ts'
import { sampleFrame, sampleRatification } from '../sample-world.case.ts'
import type { RatifyView } from '../views.ts'
import { closedVote, openVote } from './charter/views.case.ts'
import { RatifyPage } from './ratify.tsx'
import { actions, read, sent } from './read.case.ts'

const page = (view: RatifyView) => String(<RatifyPage frame={sampleFrame()} view={view} />)

// Drawing the sample takes seconds where other suites run beside it.
beforeAll(() => void sampleCharter(), 60_000)

const clauseIds = ({ principles, rulings, contested, cannotHonour, unknowns }: Charter): string[] =>
  [principles, rulings, contested, cannotHonour, unknowns].flat().map(({ id }) => id)

describe('while the vote is open', () => {
  test('sends the hash that was read and one of three answers, none of them preset', () => {
    const html = page(openVote())
    expect(actions(html)).toEqual(['/a/city-helpline/ratify'])
    expect(sent(html, 'hash')).toEqual([(openVote().state as { hash: string }).hash])
    expect(sent(html, 'says')).toEqual(['yes', 'no', 'abstain'])
    expect(html).not.toContain('checked')
  })

  test('names each place to object by its clause; every clause once, and the whole', () => {
    const fields = [...page(openVote()).matchAll(/<textarea[^>]* name="against:([^"]*)"/g)].map(
      ([, clause]) => clause,
    )
    expect(fields.sort()).toEqual(['', ...clauseIds(sampleCharter())].sort())
  })

  test('shows what each clause says, whom it costs and who said no', () => {
    const said = read(page(openVote()))
    const { principles, rulings, contested } = sampleCharter()
    for (const { text } of principles) expect(said).toContain(text)
    for (const { prefer, over } of rulings) expect(said).toContain(`${prefer.text} over ${over.text}`)
    for (const { dissent } of [...principles, ...rulings, ...contested])
      for (const { words } of dissent) for (const one of words) expect(said).toContain(`“${one}”`)
    expect(said).toContain('At least 300 people must vote.')
    expect(said).toContain('41 people have voted so far.')
  })

  test('keeps what one said before, and says what voting again does', () => {
    const html = page(openVote('no'))
    expect(html).toMatch(/value="no" checked/)
    expect(html.split(' checked').length).toBe(2)
    expect(read(html)).toContain('you said no. You may vote again')
  })

  test('keeps what one wrote, at its clause, open and as words', () => {
    const { state, problem } = openVote('no')
    if (state.kind !== 'open') throw new Error('the vote is open')
    const [first] = sampleCharter().principles
    const written = new Map([
      [first?.id ?? null, 'Not <b>for</b> me'],
      [null, 'Too much at once'],
    ])
    const html = page({ state: { ...state, written }, problem })
    expect(html).toContain('>Not &lt;b&gt;for&lt;/b&gt; me</textarea>')
    expect(html).toContain('>Too much at once</textarea>')
    expect(html.match(/<details class="object" open/g)).toHaveLength(1)
  })

  test('tells whoever came too late that they are not counted', () => {
    const { state, problem } = openVote()
    if (state.kind !== 'open') throw new Error('the vote is open')
    expect(read(page({ state: { ...state, counts: false }, problem }))).toContain('will not be counted')
    expect(read(page(openVote()))).not.toContain('will not be counted')
  })

  test('says how it stands so far, folded away, with its bounds and what they rest on', () => {
    const html = page(openVote())
    const [folded = ''] = /<details class="so-far">.*?<\/details>/s.exec(html) ?? []
    expect(read(folded)).toMatch(/Everybody \d+ to \d+ %, from 40 votes 60 % asked: still open/)
    expect(read(folded)).toContain('not the result')
    expect(read(folded)).toContain('wrong in at most 5 of 100 votes')
    expect(read(folded)).toContain('who votes early is chance')
    const few = openVote()
    if (few.state.kind !== 'open') throw new Error('the vote is open')
    const [first, ...rest] = few.state.soFar.lines
    const lines = [{ ...first!, n: 10, share: null }, ...rest]
    expect(read(page({ ...few, state: { ...few.state, soFar: { ...few.state.soFar, lines } } }))).toContain(
      'Not shown: we need 20 who voted',
    )
  })

  test('says what went wrong, and keeps the form', () => {
    const html = page({ ...openVote(), problem: 'Not saved: <b>choose</b> yes, no or abstain.' })
    expect(html).toContain('Not saved: &lt;b&gt;choose&lt;/b&gt; yes')
    expect(html).toContain('role="alert"')
    expect(actions(html)).toHaveLength(1)
  })
})

describe('when the vote is closed', () => {
  test('says the outcome with the counts and the shares by group', () => {
    const said = read(page(closedVote()))
    expect(said).toContain('Ratified: the charter is in force')
    expect(said).toContain('412 of 600 people on the roll voted: 260 yes, 128 no, 24 abstained.')
    expect(said).toContain('60 % (52–68) of about 150 ✓ enough'.replace('✓ ', ''))
    expect(said).toContain('“Too much in it is left for later.”')
    expect(actions(page(closedVote()))).toEqual([])
  })

  test('quorum not met is a result of its own', () => {
    const said = read(page(closedVote({ ...sampleRatification(), outcome: 'quorum-not-met' })))
    expect(said).toContain('Too few voted: the charter is not in force')
    expect(said).toContain('neither a yes nor a no')
    expect(said).not.toContain('Rejected')
  })

  test('a group of few shows no share of its own', () => {
    const vote = sampleRatification()
    const [group] = Object.keys(vote.groups) as (keyof typeof vote.groups)[]
    if (group === undefined) throw new Error('the sample has no groups')
    const few = { ...vote.groups[group], people: 12, yes: 7, no: 4, abstain: 0 }
    const support = { ...few.support, estimate: 7 / 11, n: 11 }
    const html = page(
      closedVote({ ...vote, groups: { ...vote.groups, [group]: { ...few, support } } } as typeof vote),
    )
    const row = html.split(/<tr/).find((one) => one.includes('class="g a"'))
    expect(read(row)).toContain('Not shown')
    expect(read(row)).not.toContain('64 %')
  })
})

test('when no vote is open it says why and offers no form', () => {
  const html = page({ state: { kind: 'not-open', because: 'There is no draft yet.' }, problem: null })
  expect(read(html)).toContain('No vote is open There is no draft yet.')
  expect(actions(html)).toEqual([])
})
