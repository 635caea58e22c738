import { describe, expect, test } from 'vitest'
import { id } from '../../kernel/index.ts'
import { AT, sampleFrame } from '../sample-world.case.ts'
import type { WhyView } from '../views.ts'
import { citedIn, restsOn } from './why/cited.ts'
import { gapsIn } from './why/not-checked.tsx'
import { Standpoints, voteOf } from './why/standpoints.tsx'
import { audited, sorts, whyOf } from './why/why.case.ts'
import { changesOf } from './why/would-change.tsx'
import { WhyPage } from './why.tsx'

const { send, refuse, hold, unknown, off } = await sorts()
const charter = whyOf(send).charter
const page = (view: WhyView): string => String(<WhyPage frame={sampleFrame()} view={view} />)
const textOf = (clause: string): string =>
  charter.principles.find((principle) => principle.id === clause)?.text ?? 'no such clause'
const unknownBox = (html: string): string => /<div class="unknown-box.*?<h3>/s.exec(html)?.[0] ?? ''

const HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'

describe('why an answer went out, or did not', () => {
  test('says what became of it, as the heading', () => {
    const headings = [send, refuse, hold, unknown, off].map(
      (one) => /<h1>(.*?)<\/h1>/.exec(page(whyOf(one)))?.[1],
    )
    expect(headings).toEqual([
      'This answer was sent',
      'This answer was not sent',
      'This answer was held for a person',
      'This answer was held for a person',
      'The assistant was switched off',
    ])
  })

  test('shows each clause it rests on in the charter’s words, and the hash of that charter', () => {
    for (const [decision, clauses] of [
      [send, ['P2', 'P4', 'P5', 'P6', 'P8', 'P9']],
      [refuse, ['P4']],
      [hold, ['P2']],
      [unknown, ['P6']],
    ] as const) {
      expect(restsOn(decision.record).map(({ clause }) => clause)).toEqual(clauses)
      const html = page(whyOf(decision))
      const chain = /<ol class="chain">.*?<\/ol>/s.exec(html)?.[0] ?? ''
      for (const clause of clauses) {
        expect(chain).toContain(textOf(clause))
        expect(chain).toContain(`/charter#clause-${clause}"`)
      }
      expect(html).toContain(decision.record.charter)
    }
  })

  test('rests on no clause when the switch is off, and says why', () => {
    const html = page(whyOf(off))
    expect(html).toContain('It rests on no clause of the charter: ana switched it off.')
    expect(html).toContain('The model was not asked.')
    expect(html).not.toContain('Where your dials stood')
  })

  test('quotes who spoke against the clause that decided, unfolded', () => {
    const html = page(whyOf(refuse))
    const floor = charter.principles.find((principle) => principle.id === 'P4')
    const words = floor?.dissent.flatMap((one) => one.words) ?? []
    expect(words.length).toBeGreaterThan(0)
    const chain = /<ol class="chain">.*?<\/ol>/s.exec(html)?.[0] ?? ''
    expect(chain).not.toContain('<details>')
    for (const said of words) expect(chain).toContain(said)
  })

  test('names who bears a clause and for whom it is not shown, and never says that no one does', () => {
    const sides = (clause: string) => {
      const cited = citedIn(charter, id(clause))
      if (cited === null) throw new Error(`the sample has no ${clause}`)
      return String(<Standpoints cited={cited} groups={charter.groups} open />)
    }
    expect(sides('P10')).toMatch(
      /Bears it<\/dt><dd><span class="row"><span class="g c">C<.*Not shown for A\./,
    )
    expect(sides('P4')).toMatch(/Bears it<\/dt><dd><span>No group was shown to\.</)
  })

  test('names every clause that was not checked', () => {
    for (const one of [send, refuse, hold, unknown, off]) {
      const box = unknownBox(page(whyOf(one)))
      for (const { clause } of one.record.notChecked) expect(box).toContain(`>${clause}</a>`)
      const grouped = gapsIn(whyOf(one)).flatMap(({ clauses }) => clauses)
      expect(grouped.toSorted()).toEqual(one.record.notChecked.map(({ clause }) => clause).toSorted())
    }
  })

  test('shows a check without an answer as unknown, never as kept', () => {
    const chain = /<ol class="chain">.*?<\/ol>/s.exec(page(whyOf(unknown)))?.[0] ?? ''
    expect(chain).toContain('tag unknown')
    expect(chain).not.toContain('tag kept')
  })

  test('says what tests of this very charter found, and nothing from tests of another', async () => {
    const audit = await audited()
    if (audit === null) throw new Error('the sample is audited')
    expect(page(whyOf(unknown))).toContain('nobody has tested it yet')
    expect(page(whyOf(unknown, { audit }))).toContain(
      'in the tests of 2026-11-21: 2 of 5 trials could not be judged',
    )
    const other = { ...audit, audit: { ...audit.audit, charter: `sha256:${'0'.repeat(64)}` } }
    expect(page(whyOf(unknown, { audit: other }))).toContain('under another charter')
    expect(page(whyOf(unknown, { audit: other }))).not.toContain('in the tests of')
  })

  test('says for whom a held answer waits, and then what that person said', () => {
    expect(page(whyOf(hold))).toContain('an operator at the desk of this assembly')
    const denied = page(whyOf(hold, { answer: { answer: 'denied', reason: HOSTILE, at: AT } }))
    expect(denied).toContain('<h1>A person said no</h1>')
    expect(denied).not.toContain('Nobody has decided')
    expect(denied).toContain('&lt;script&gt;alert(1)')
    expect(denied).not.toContain('<script>alert')
    expect(denied).not.toContain('<img')
  })

  test('tells how to appeal, naming the decision', () => {
    const html = page(whyOf(refuse))
    expect(html).toContain('href="/a/city-helpline/say"')
    expect(html).toContain(refuse.record.id)
  })

  test('calls it a fault when the charter has no such clause', () => {
    const clauses = [{ clause: id<'clause'>('P99'), part: 'decided' as const, because: 'x' }]
    const html = page(whyOf({ record: { ...refuse.record, clauses } }))
    expect(html).toContain('has no such clause. That is a fault; report it.')
  })
})

describe('what would change it', () => {
  test('no dial and no operator lifts a floor', () => {
    expect(changesOf(whyOf(refuse)).map(([, then]) => then)).toContain(
      'Nothing. Nobody lifts a floor but the assembly.',
    )
  })

  test('an answered hold no longer offers to be answered', () => {
    const answer = { answer: 'denied' as const, reason: 'no', at: AT }
    const open = changesOf(whyOf(unknown)).map(([when]) => when)
    expect(open).toContain('A person approves it')
    expect(open).toContain('The check of P6 had an answer')
    expect(changesOf(whyOf(unknown, { answer })).map(([when]) => when)).toEqual(['You ask again'])
  })
})

describe('a group’s say against a clause', () => {
  const share = { estimate: 0.5, low: 0.1, high: 0.9, n: 20, method: 'wilson' as const, level: 0.95 }
  const dissent = { group: id<'group'>('A'), share, heard: 'votes-only' as const, words: [], more: 0 }

  test('is shown from 20 people on', () => {
    expect(voteOf(dissent)).toBe('A: 50 % (10–90) of 20, by votes alone.')
    expect(voteOf({ ...dissent, share: { ...share, n: 19 } })).toBe('A: not shown, 19 asked, we need 20.')
  })
})

test('a hold says until when it waits, and when nobody came in time', () => {
  const shown = (over: boolean) =>
    String(
      <WhyPage
        frame={sampleFrame()}
        view={whyOf(hold, { waits: { until: '2026-11-21T15:23:00.000Z', over } })}
      />,
    )
  expect(shown(false)).toContain('If nobody does before 2026-11-21, 15:23 UTC, it does not happen.')
  expect(shown(true)).toContain('Nobody decided in time,')
})
