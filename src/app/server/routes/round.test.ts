import { beforeEach, describe, expect, test } from 'vitest'
import { charterFixture, FIXTURE_CLAUSES } from '../../../charter/charter.fixture.ts'
import { contentHash } from '../../../charter/index.ts'
import { read, sent } from '../../../web/pages/read.case.ts'
import { formsOf } from '../../../web/reading.case.ts'
import { keptInMemory, TOWN } from '../../assembly/rounds.case.ts'
import { openRoundOf } from '../../assembly/rounds.ts'
import type { Site } from '../context.ts'
import { digestOfKey } from '../session.ts'
import { round } from './round.tsx'

/** The journey of a draft, as browsers without scripts send it: comment, answer, before and after, close. */
const hash = contentHash(charterFixture)
const { blunt, machine, risk } = FIXTURE_CLAUSES
let site: Site

beforeEach(async () => {
  const app = keptInMemory()
  site = { ...app, operators: [{ name: 'operator 1', digest: digestOfKey('key') }] } as unknown as Site
  await app.journal.commit([{ type: 'drafted', assembly: TOWN, charter: charterFixture }])
})

const ANN = `parley-participant=${'a'.repeat(43)}`
const BEA = `parley-participant=${'b'.repeat(43)}`
const OPERATOR = 'parley-operator=key'
const page = async (path: string, cookie = ANN) => {
  const response = await round(site).request(`/a/town${path}`, { headers: { cookie } })
  return response.text()
}
const post = async (path: string, fields: Record<string, string>, cookie = ANN) => {
  const response = await round(site).request(`/a/town${path}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ draft: hash, ...fields }).toString(),
  })
  return { status: response.status, html: await response.text() }
}
const open = () => post('/round/open', { hash }, OPERATOR)
const widen = { clause: blunt, change: 'bounds', from: '0', to: '4', start: '2', because: 'All of it.' }
const proposal = async (): Promise<string> =>
  (await openRoundOf(site.journal.store, TOWN))?.proposals[0]?.id ?? 'none'

describe('the pages of a round', () => {
  test('say that none is open, and open only for operators', async () => {
    expect(read(await page('/round'))).toContain('No round is open')
    expect(read(await page('/round/compare'))).toContain('Nothing to compare')
    expect((await post('/round/open', { hash })).status).toBe(403)
    expect((await open()).status).toBe(303)
    expect((await open()).status).toBe(409)
  })

  test('show each clause once, with a place to comment and to propose, and the terms', async () => {
    await open()
    const html = await page('/round')
    const forms = formsOf(html).map(({ action }) => action)
    const { principles, rulings, contested, cannotHonour, unknowns } = charterFixture
    const clauses = [principles, rulings, contested, cannotHonour, unknowns].flat()
    expect(forms.filter((one) => one.endsWith('/comment'))).toHaveLength(clauses.length + 1)
    expect(forms.filter((one) => one.endsWith('/propose'))).toHaveLength(clauses.length + 1)
    for (const { id } of clauses) expect(sent(html, 'clause')).toContain(id)
    expect(read(html)).toContain('At least 60 people must vote.')
    expect(read(html)).toContain('4 seats')
    expect(html).not.toContain('/round/answers')
    expect(await page('/round', OPERATOR)).toContain('/round/answers')
  })

  test('walk from a comment to an answer, before and after, and the draft for the vote', async () => {
    await open()
    const words = { words: 'Ask <b>me</b> first.', because: 'It cost me.' }
    expect((await post('/round/comment', { clause: risk, stance: 'objects', ...words })).status).toBe(303)
    expect((await post('/round/propose', widen)).status).toBe(303)
    expect((await post('/round/support', { proposal: await proposal() })).status).toBe(409)
    expect((await post('/round/support', { proposal: await proposal() }, BEA)).status).toBe(303)
    const said = await page('/round')
    expect(said).toContain('“Ask &lt;b&gt;me&lt;/b&gt; first.”')
    expect(read(said)).toContain('Bounds from 0 to 4; it begins at 2.')
    expect(read(said)).toContain('2 people stand behind it.')
    expect(read(await page('/round/compare'))).toContain('1 proposal without an answer')

    const list = read(await page('/round/answers', OPERATOR))
    expect(list).toContain('1 proposal without an answer')
    const answer = { proposal: await proposal(), answer: 'adopted', reason: 'Nobody is against it.' }
    expect((await post('/round/answer', answer)).status).toBe(403)
    expect((await post('/round/answer', { ...answer, reason: ' ' }, OPERATOR)).status).toBe(400)
    expect((await post('/round/answer', answer, OPERATOR)).status).toBe(303)

    const before = await page('/round/compare', OPERATOR)
    expect(read(before)).toContain('P5: its scale changed.')
    expect(formsOf(before).map(({ action }) => action)).toEqual(['/a/town/round/close'])
    expect((await post('/round/close', {}, OPERATOR)).status).toBe(303)
    const after = read(await page('/round/compare'))
    for (const one of ['adopted', 'Answered because: Nobody is against it.', '2 people took part'])
      expect(after).toContain(one)
    const [revised] = await site.journal.store.charters(TOWN)
    expect(revised?.charter.round?.dissent).toMatchObject([{ clause: risk, words: words.words }])
  })

  test('a form that cannot be taken comes back with what was typed, and says why', async () => {
    await open()
    const nothing = await post('/round/comment', { clause: risk, words: 'Ask me.', because: 'So.' })
    expect(nothing.status).toBe(400)
    expect(nothing.html).toContain('>Ask me.</textarea>')
    expect(read(nothing.html)).toContain('choose whether it is a comment or an objection')
    const wrong = await post('/round/propose', { ...widen, from: '3', to: '1' })
    expect(wrong.status).toBe(400)
    expect(wrong.html).toContain('<option value="3" selected')
    expect(read(wrong.html)).toContain('expected bounds that leave a choice')
    const none = await post('/round/propose', { clause: machine, because: 'Because.' })
    expect(read(none.html)).toContain('choose what should change')
    expect((await openRoundOf(site.journal.store, TOWN))?.remarks).toEqual([])
  })

  test('one takes back one’s own words, and nobody else’s', async () => {
    await open()
    await post('/round/comment', { clause: '', stance: 'comments', words: 'Long.', because: 'It tires.' })
    const of = (await openRoundOf(site.journal.store, TOWN))?.remarks[0]?.id ?? ''
    expect(await page('/round', BEA)).not.toContain('/round/take-back')
    expect((await post('/round/take-back', { of }, BEA)).status).toBe(409)
    expect((await post('/round/take-back', { of })).status).toBe(303)
    expect((await openRoundOf(site.journal.store, TOWN))?.remarks).toEqual([])
  })
})
