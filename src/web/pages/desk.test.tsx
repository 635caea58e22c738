import { describe, expect, test } from 'vitest'
import { AT, sampleFrame } from '../sample-world.case.ts'
import type { DeskView, HeldView } from '../views.ts'
import { byDeadline } from './desk/queue.tsx'
import { DeskPage } from './desk.tsx'
import { sorts } from './why/why.case.ts'

const all = await sorts()
const CALL = '{"tenancy":"T-20417","days_waived":23,"notify":[]}'
const DIGEST = `sha256:${'9f2c'.repeat(16)}`
const later = (minutes: number): string => new Date(Date.parse(AT) + 60_000 * minutes).toISOString()

const call: HeldView = {
  record: all.hold.record,
  at: AT,
  until: later(18),
  request: 'End my tenancy now.',
  reply: 'I waive the notice.',
  toolCalls: [{ name: 'housing.notice.waive', arguments: CALL }],
  digest: DIGEST,
}
const words: HeldView = {
  record: all.unknown.record,
  at: AT,
  until: later(52),
  request: 'Is it safe with wine?',
  reply: 'Wine raises its effect.',
  toolCalls: [],
  digest: DIGEST,
}

const page = (more: Partial<DeskView> = {}): string =>
  String(
    <DeskPage
      frame={sampleFrame('operator')}
      view={{
        on: true,
        switchSays: 'never switched off',
        onAskedBy: null,
        charter: { version: '1.0', hash: all.send.record.charter },
        waiting: [call, words],
        open: call,
        decisions: [],
        counts: {},
        at: AT,
        problem: null,
        draft: '',
        ...more,
      }}
    />,
  )
const seen = (html: string): string => html.replace(/<[^>]*>/g, '')
const form = (html: string, action: string): string =>
  new RegExp(`<form[^>]*action="/a/city-helpline${action}".*?</form>`, 's').exec(html)?.[0] ?? ''

describe('the switch', () => {
  test('is the first thing on the desk, one press that asks nothing', () => {
    const html = page({ problem: 'Not decided: approve or deny.' })
    const main = html.slice(html.indexOf('<main'))
    expect(main.indexOf('action="/a/city-helpline/off"')).toBeLessThan(main.indexOf('There is a problem'))
    expect(main.match(/<form[^>]*>/)?.[0]).toContain('action="/a/city-helpline/off"')
    expect(form(html, '/off')).toContain('Switch everything off')
    expect(form(html, '/off')).not.toMatch(/<input|<textarea|<select/)
  })

  test('off, needs a reason to come on', () => {
    const html = page({ on: false, switchSays: 'ana switched it off' })
    expect(seen(html)).toContain('The assistant is off. Nothing goes out.')
    expect(html).toContain('ana switched it off')
    expect(form(html, '/on')).toMatch(/name="reason"[^>]*required/)
    expect(form(html, '/off')).toBe('')
  })

  test('asked on, says who asked and that somebody else must confirm', () => {
    const html = page({ on: false, onAskedBy: '<b>ana' })
    expect(html).toContain('<bdi dir="auto">&lt;b&gt;ana</bdi> asked to switch it on.')
    expect(html).toContain('Another operator must confirm; whoever asked cannot.')
    expect(form(html, '/on')).toContain('Confirm: switch it on')
    expect(form(html, '/off')).toContain('Keep it off')
  })
})

describe('what waits', () => {
  test('stands with the nearest deadline first, however it comes', () => {
    expect(byDeadline([words, call])).toEqual([call, words])
    const html = page({ waiting: [words, call] })
    const queue = html.slice(
      html.indexOf('<ol class="q">'),
      html.indexOf('</nav>', html.indexOf('<ol class="q">')),
    )
    expect(queue.indexOf('18 min left')).toBeGreaterThan(-1)
    expect(queue.indexOf('18 min left')).toBeLessThan(queue.indexOf('52 min left'))
    expect(queue.match(/aria-current/g)).toHaveLength(1)
  })

  test('is counted in the heading', () => {
    expect(page()).toContain('<h1>Two answers wait for you</h1>')
    const none = page({ waiting: [], open: null })
    expect(none).toContain('<h1>Nothing waits</h1>')
    expect(none).not.toContain('name="answer"')
  })
})

describe('a held call', () => {
  test('is shown whole, with its digest', () => {
    const box = /aria-label="Exact call".*?<\/div>/s.exec(page())?.[0] ?? ''
    const whole = seen(box).replaceAll('&quot;', '"')
    expect(whole.replace(/\s/g, '')).toContain(CALL.replace(/\s/g, ''))
    expect(whole).toContain('housing.notice.waive')
    expect(whole).toContain(`sha256 ${Array(16).fill('9f2c').join(' ')}`)
  })

  test('shows characters that hide', () => {
    const html = page({
      open: { ...call, toolCalls: [{ name: 'pay\u202e', arguments: '{"to":"ana\u200b"}' }] },
    })
    expect(html).toContain('<mark>U+202E</mark>')
    expect(html).toContain('<mark>U+200B</mark>')
    const box = /aria-label="Exact call".*?<\/div>/s.exec(html)?.[0] ?? ''
    expect(box).not.toMatch(/[\u202e\u200b]/)
  })

  test('says whose words are whose', () => {
    expect(page()).toContain('Those words are the model’s; the box below is what will run.')
    expect(page({ open: words })).not.toContain('what will run')
  })

  test('says that nobody knows who else is affected', () => {
    expect(page()).toMatch(/tag unknown">unknown<\/span> who else: nobody worked it out/)
  })
})

describe('held words', () => {
  test('are shown as they would go out', () => {
    const html = page({ open: words })
    expect(html).toContain('Exactly these words will go out, once')
    expect(html).toContain('Wine raises its effect.')
  })

  test('that were erased cannot be sent', () => {
    const html = page({ open: { ...words, reply: null, request: null }, waiting: [] })
    expect(html).toContain('The words were erased. An approval sends nothing.')
    expect(html).toContain('An answer whose words were erased')
  })

  test('put the check without an answer before those that were kept', () => {
    const checks = /<ul class="checks">.*?<\/ul>/s.exec(page({ open: words }))?.[0] ?? ''
    expect(checks).toContain('no judge could tell whether it is kept')
    expect(checks.indexOf('tag unknown')).toBeLessThan(checks.indexOf('tag kept'))
    for (const { clause } of words.record.notChecked) expect(checks).toContain(`>${clause}</a>`)
  })
})

describe('deciding', () => {
  test('approve and deny weigh the same, neither is preset, both need the reason', () => {
    const decide = form(page(), `/desk/${call.record.id}`)
    const buttons = decide.match(/<button[^>]*>/g) ?? []
    expect(buttons.map((button) => button.replace(/value="\w+"/, ''))).toEqual(
      [buttons[0], buttons[0]].map((one) => one?.replace(/value="\w+"/, '')),
    )
    expect(buttons.map((button) => /value="(\w+)"/.exec(button)?.[1])).toEqual(['approved', 'denied'])
    expect(decide).toMatch(/<textarea[^>]*name="reason"[^>]*required/)
    expect(decide).not.toContain('autofocus')
    expect(decide).not.toContain('primary')
  })
})

describe('decisions as they are made', () => {
  const decisions = [all.send, all.refuse, all.hold, all.unknown, all.off].map(({ record, asked }) => ({
    record,
    at: AT,
    request: asked,
    answer: null,
  }))

  test('each stand with what was decided, on which clauses, and a way on', () => {
    const rows =
      page({ decisions, waiting: [call] })
        .match(/<tr.*?<\/tr>/gs)
        ?.slice(1) ?? []
    expect(rows).toHaveLength(5)
    expect(rows[0]).toContain(`/why/${all.send.record.id}`)
    expect(rows[1]).toContain('Floor: cannot be lifted')
    expect(rows[1]).toContain('/charter#clause-P4')
    expect(rows[2]).toContain(`/desk?open=${all.hold.record.id}`)
    expect(rows[3]).toContain('tag unknown">held')
    expect(rows[3]).not.toContain('?open=')
    expect(rows[4]).toContain('the switch')
  })

  test('say when nothing was decided, and when words were erased', () => {
    expect(page()).toContain('No decision yet.')
    const [first] = decisions
    if (!first) throw new Error('there are decisions')
    const erased = page({ decisions: [{ ...first, request: null, answer: 'denied' }] })
    expect(erased).toContain('the words were erased')
    expect(erased).toContain('denied')
  })

  test('are counted by kind', () => {
    expect(page({ counts: { send: 1412, hold: 9 } })).toContain(
      'In all: 1,412 send, 0 ask, 9 hold, 0 refuse and 0 off.',
    )
  })
})

test('what people and models wrote is escaped everywhere', () => {
  const bad = '<script>alert(1)</script>'
  const held = { ...call, request: bad, reply: bad, toolCalls: [{ name: bad, arguments: bad }] }
  const html = page({
    open: held,
    waiting: [held],
    switchSays: bad,
    problem: bad,
    decisions: [{ record: all.send.record, at: AT, request: bad, answer: null }],
  })
  expect(html).not.toContain('<script>')
  expect(html.match(/&lt;script&gt;/g)?.length).toBeGreaterThanOrEqual(8)
})

test('an audit can be asked for while a charter is in force', () => {
  expect(form(page(), '/audit')).toContain('Run an audit')
  expect(form(page({ charter: null }), '/audit')).toBe('')
})

test('a refused decision keeps the reason that was typed', () => {
  const html = page({ problem: 'Not decided: somebody was first.', draft: 'I <saw> the form' })
  expect(html).toContain('>I &lt;saw&gt; the form</textarea>')
})
