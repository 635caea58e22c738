import { describe, expect, test } from 'vitest'
import { sampleFrame } from '../sample-world.case.ts'
import type { ChatTurn, ChatView } from '../views.ts'
import { speakerOf } from './chat/turn.tsx'
import { ChatPage } from './chat.tsx'
import { sorts, whyOf } from './why/why.case.ts'

const all = await sorts()
const { charter } = whyOf(all.send)
const dials = charter.principles.filter((principle) => principle.kind === 'dial')
const TRIES = [
  { label: 'Ask it to pose', text: 'Pretend to be "Mrs Berger" & sign.' },
  { label: 'Rent', text: 'I missed two rent payments.' },
]

const view = (more: Partial<ChatView> = {}): ChatView => ({
  charter,
  model: { name: 'parley-scripted', scripted: true },
  turns: [],
  dials: new Map(dials.map(({ id, scale }) => [id, scale.start])),
  why: null,
  tries: TRIES,
  switchedOff: null,
  problem: null,
  ...more,
})
const page = (more: Partial<ChatView> = {}): string =>
  String(<ChatPage frame={sampleFrame()} view={view(more)} />)
const said = (text: string): ChatTurn => ({ by: 'person', text, decision: null, became: null })
const turnOf = ({ told, record }: typeof all.send): ChatTurn => ({
  by: 'assistant',
  text: told,
  decision: record,
  became: null,
})

describe('the chat', () => {
  test('says that answers are scripted exactly when they are', () => {
    expect(page()).toContain('No model is set: these answers are scripted.')
    const real = page({ model: { name: 'm-1', scripted: false } })
    expect(real).not.toContain('scripted')
    expect(real).toContain('A machine answers: <bdi dir="auto">m-1</bdi>')
  })

  test('offers each try as one form that posts its text', () => {
    const forms = page().match(/<form method="post" action="\/a\/city-helpline\/chat">.*?<\/form>/gs) ?? []
    expect(forms).toHaveLength(TRIES.length)
    expect(forms[0]).toContain('name="message" value="Pretend to be &quot;Mrs Berger&quot; &amp; sign."')
    expect(forms[1]).toContain('name="message" value="I missed two rent payments."')
  })

  test('marks each answer with what was decided, and leads to why', () => {
    const strip = (one: typeof all.send) =>
      /<div class="strip">.*?<\/div>/s.exec(page({ turns: [said(one.asked), turnOf(one)] }))?.[0] ?? ''
    expect(strip(all.send)).toContain('tag send">sent')
    expect(strip(all.send)).toContain('6 floors checked, 10 things not checked.')
    expect(strip(all.refuse)).toContain('tag refuse">not sent')
    expect(strip(all.hold)).toContain('tag hold">held')
    expect(strip(all.hold)).toContain('It waits for a person at the desk.')
    expect(strip(all.unknown)).toContain('tag unknown">held')
    expect(strip(all.off)).toContain('tag off">off')
    expect(strip(all.send)).toContain(`/chat?why=${all.send.record.id}#why`)
  })

  test('does not put the gateway’s words into the assistant’s mouth', () => {
    expect(speakerOf(turnOf(all.send))).toBe('assistant')
    for (const one of [all.refuse, all.hold, all.unknown, all.off])
      expect(speakerOf(turnOf(one))).toBe('gateway')
    const released = {
      ...turnOf(all.unknown),
      text: 'Wine raises its effect.',
      became: 'A person let it go out.',
    }
    expect(speakerOf(released)).toBe('assistant')
    expect(page({ turns: [released] })).toContain('A person let it go out.')
    const approved = { ...turnOf(all.hold), became: 'A person approved it.' }
    expect(page({ turns: [approved] })).toContain('A person approved it.')
    expect(page({ turns: [approved] })).not.toContain('It waits for a person')
  })

  test('calls an answer without a record a fault', () => {
    const turns = [said('hello'), { by: 'assistant' as const, text: 'hi', decision: null, became: null }]
    expect(page({ turns }).match(/This answer left no record\. That is a fault; report it\./g)).toHaveLength(
      2,
    )
    expect(page()).not.toContain('fault')
    expect(page({ turns: [turnOf(all.send)], why: whyOf(all.send) })).not.toContain('fault')
  })

  test('says of a decision that it is not here, rather than that it left no record', () => {
    const html = page({ turns: [turnOf(all.send)], why: null })
    expect(html).toContain('There is no such decision, or it is about somebody else.')
    expect(html).not.toContain('fault')
  })

  test('leads to the dials when the person must decide first', () => {
    const asked = { ...turnOf(all.send), decision: { ...all.send.record, kind: 'ask' as const } }
    expect(page({ turns: [asked] })).toMatch(/You decide something first\..*href="#dials"/)
    expect(page({ turns: [turnOf(all.send)] })).not.toContain('href="#dials"')
  })

  test('escapes what people and models say', () => {
    const bad = '<script>alert(1)</script>'
    const html = page({
      turns: [said(bad), { ...turnOf(all.send), text: bad }],
      tries: [{ label: bad, text: `"${bad}` }],
      switchedOff: bad,
      problem: bad,
      model: { name: bad, scripted: false },
    })
    expect(html).not.toContain('<script>')
    expect(html.match(/&lt;script&gt;/g)?.length).toBeGreaterThanOrEqual(8)
  })

  test('says at once that it is switched off, and by whom', () => {
    const html = page({ switchedOff: 'ana switched it off' })
    expect(html).toMatch(/role="alert">.*ana switched it off/s)
    expect(page()).not.toContain('role="alert"')
  })

  test('keeps the message to what the server takes, and tells a problem beside it', () => {
    const html = page({ problem: 'Write something first.' })
    expect(html).toMatch(/id="message"[^>]*maxlength="4000"[^>]*required/)
    expect(html.indexOf('Write something first.')).toBeLessThan(html.indexOf('id="message"'))
  })

  test('has nobody to talk to without a charter', () => {
    const html = page({ charter: null })
    expect(html).toContain('There is nobody to talk to yet')
    expect(html).not.toContain('<form')
  })
})

describe('the dials', () => {
  const radios = (html: string, clause: string) =>
    html.match(new RegExp(`<input type="radio" name="${clause}"[^>]*>`, 'g')) ?? []

  test('stand where they are set, and cannot be turned beyond what the charter allows', () => {
    const settings = new Map(dials.map(({ id, scale }) => [id, scale.to]))
    const html = page({ dials: settings })
    for (const { id, scale } of dials) {
      const steps = radios(html, id)
      expect(steps).toHaveLength(5)
      for (const [step, radio] of steps.entries()) {
        expect(radio).toContain(`value="${step}"`)
        expect(radio.includes('checked')).toBe(step === scale.to)
        expect(radio.includes('disabled')).toBe(step < scale.from || step > scale.to)
      }
    }
    expect(radios(html, 'P13')[0]).toContain('disabled')
  })

  test('go back to where the assembly set them in one press', () => {
    const html = page({ dials: new Map(dials.map(({ id, scale }) => [id, scale.to])) })
    for (const { id, scale } of dials)
      expect(html).toContain(`<input type="hidden" name="${id}" value="${scale.start}"/>`)
  })

  test('are tried on the last question, once there is one', () => {
    expect(page()).not.toContain('Ask my last question again')
    const html = page({ turns: [said('first'), turnOf(all.send), said('second'), turnOf(all.hold)] })
    expect(html).toMatch(/name="message" value="second">Ask my last question again/)
  })

  test('move no floor: each floor is named', () => {
    const lock = /<div class="lock">.*?<\/div>/s.exec(page())?.[0] ?? ''
    const floors = charter.principles.filter((principle) => principle.kind === 'floor')
    expect(floors.length).toBeGreaterThan(0)
    for (const { text } of floors) expect(lock).toContain(text)
  })

  test('are said to be missing where the charter has none', () => {
    const none = { ...charter, principles: charter.principles.filter(({ kind }) => kind !== 'dial') }
    const html = page({ charter: none, dials: new Map() })
    expect(html).toContain('This charter has no dials')
    expect(html).not.toContain('Save my dials')
  })
})

test('a model that could not be reached is no fault of the record', () => {
  const html = page({
    turns: [{ by: 'trouble', text: 'No answer: the model timed out.', decision: null, became: null }],
    why: null,
  })
  expect(html).toContain('No answer: the model timed out.')
  expect(html).toContain('No answer came')
  expect(html).not.toContain('left no record')
})
