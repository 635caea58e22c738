import type { Charter, Dial, Floor } from '../../../charter/index.ts'
import type { ClauseId } from '../../../kernel/index.ts'
import { clauseNames } from '../charter/words.ts'

/** A clause as a round shows it: what it says, and what may be proposed of it by hand. */
export interface Discussed {
  /** Null: the charter as a whole. */
  readonly id: ClauseId | null
  readonly says: string
  readonly tag: { readonly kind: string; readonly label: string }
  readonly dial: Dial | null
  readonly floor: Floor | null
  /** Whether somebody decided it, so that it has a motive and an authority. */
  readonly decided: boolean
  readonly review: string | null
}

/** Every clause of a draft in its order, and the whole at the end. */
export function discussed(draft: Charter): readonly Discussed[] {
  const names = clauseNames(draft)
  const about = (id: ClauseId) => ({ ...NOTHING, id, says: names.get(id) ?? '' })
  return [
    ...draft.principles.map((one) => ({
      ...about(one.id),
      tag: TAGS[one.kind],
      dial: one.kind === 'dial' ? one : null,
      floor: one.kind === 'floor' ? one : null,
      decided: true,
    })),
    ...draft.rulings.map(({ id, reviewAfter }) => ({
      ...about(id),
      tag: TAGS.ruling,
      decided: true,
      review: reviewAfter,
    })),
    ...draft.contested.map(({ id, reviewAfter }) => ({
      ...about(id),
      tag: TAGS.contested,
      decided: true,
      review: reviewAfter,
    })),
    ...draft.cannotHonour.map(({ id }) => ({ ...about(id), tag: TAGS.cannot })),
    ...draft.unknowns.map(({ id }) => ({ ...about(id), tag: TAGS.unknown })),
    { ...NOTHING, says: 'The charter as a whole', tag: TAGS.whole },
  ]
}

const NOTHING = { id: null, dial: null, floor: null, decided: false, review: null }

const TAGS = {
  floor: { kind: 'floor', label: 'Floor' },
  dial: { kind: 'dial', label: 'Dial' },
  ruling: { kind: 'ruling', label: 'Ruling' },
  contested: { kind: 'conflicting', label: 'contested' },
  cannot: { kind: 'unalignable', label: 'cannot be honoured' },
  unknown: { kind: 'unknown', label: 'unknown' },
  whole: { kind: 'hold', label: 'the whole' },
} as const
