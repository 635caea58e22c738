import { type Amendment, amendmentSchema } from '../../../charter/index.ts'
import { type ClauseId, id } from '../../../kernel/index.ts'
import type { TypedInRound } from '../../../web/views.ts'
import { field } from '../showing.tsx'

/** What the forms of a round send. */

type Form = Readonly<Record<string, unknown>>

/** The clause that a form is about; null: the charter as a whole. */
export const clauseIn = (form: Form): ClauseId | null => {
  const clause = field(form, 'clause')
  return clause === '' ? null : id<'clause'>(clause)
}

/** Everything that was typed, so that a refused form comes back as it was. */
export const typedIn = (form: Form, which: TypedInRound['form']): TypedInRound => ({
  form: which,
  clause: clauseIn(form),
  fields: Object.fromEntries(Object.keys(form).map((name) => [name, field(form, name)])),
})

/**
 * The change that was chosen, with the fields beside it; null where they make none.
 *
 * @example
 * changeIn({ change: 'review', after: 'P3M' }) // => { kind: 'review', after: 'P3M' }
 * changeIn({ change: 'bounds', from: '0', to: '9', start: '2' }) // => null
 */
export function changeIn(form: Form): Amendment | null {
  const read = amendmentSchema.safeParse(rawChange(form))
  return read.success ? read.data : null
}

function rawChange(form: Form): unknown {
  const kind = field(form, 'change')
  switch (kind) {
    case 'bounds': {
      const [from, to, start] = ['from', 'to', 'start'].map((name) => Number(field(form, name) || 'none'))
      return { kind, from, to, start }
    }
    case 'review':
      return { kind, after: field(form, 'after') }
    case 'motive':
      return { kind, motive: field(form, 'motive') }
    case 'authority':
      return { kind, authority: field(form, 'authority') }
    case 'add-rule':
      return { kind, rule: ruleIn(field(form, 'check'), field(form, 'for').trim()) }
    case 'drop-rule':
      return { kind, rule: jsonIn(field(form, 'rule')) }
    default:
      return { kind, asks: field(form, 'asks'), words: field(form, 'words').trim() }
  }
}

function ruleIn(kind: string, looksFor: string): unknown {
  const when = { kind: 'always' }
  if (kind === 'ask-judge') return { kind, question: looksFor, when }
  if (kind.endsWith('-pattern')) return { kind, pattern: looksFor, when }
  const tools = looksFor.split(',').map((tool) => tool.trim())
  return { kind, tools: tools.filter((tool) => tool !== ''), when }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
