import type { FC } from 'hono/jsx'
import { called, type Slate, type SlateEffect } from '../../../negotiate/index.ts'
import { FEWEST_SHOWN, listed } from '../../words.ts'
import { ruleOf } from './rules.ts'

/** What the slate gives or takes from each group, beside each thing it can be held against. */
export const Effects: FC<{ slate: Slate }> = ({ slate }) => (
  <details>
    <summary>Who gains and who loses, beside what</summary>
    <ul>
      {besides(slate).map(([beside, effects]) => (
        <li>{`${besideText(beside)}: ${effectsText(effects)}`}</li>
      ))}
    </ul>
  </details>
)

function besides({ effects }: Slate): readonly (readonly [SlateEffect['beside'], readonly SlateEffect[]])[] {
  const keyOf = ({ beside }: SlateEffect) => (beside.kind === 'rule' ? beside.rule : beside.kind)
  const keys = [...new Set(effects.map(keyOf))]
  return keys.map((key) => {
    const own = effects.filter((effect) => keyOf(effect) === key)
    return [own[0]!.beside, own] as const
  })
}

const besideText = (beside: SlateEffect['beside']): string => {
  if (beside.kind === 'status-quo') return 'Beside deciding nothing'
  if (beside.kind === 'own-best') return 'Beside what each group would choose alone'
  return `Beside ${called(beside.rule)}${ruleOf(beside).standing === 'contrast' ? ', which no assembly can declare' : ''}`
}

/**
 * Group by group, what is shown and what is not.
 *
 * @example
 * effectsText([]) // => 'unknown: there are no stable groups.'
 */
export function effectsText(effects: readonly SlateEffect[]): string {
  if (effects.length === 0) return 'unknown: there are no stable groups.'
  if (effects.every(({ called }) => called === 'same')) return 'the same places.'
  return `${listed(effects.map(effectText))}.`
}

function effectText({ group, places, called, couldShow }: SlateEffect): string {
  if (places.n < FEWEST_SHOWN) return `${group} not shown (${places.n} people, we need ${FEWEST_SHOWN})`
  const { estimate, low, high } = places
  const range = `(${[low, high]
    .map((end) => Math.abs(end).toFixed(1))
    .sort()
    .join('–')})`
  if (called === 'gains') return `${group} gains ${estimate.toFixed(1)} places ${range}`
  if (called === 'loses') return `${group} loses ${(-estimate).toFixed(1)} places ${range}`
  return `${group} not shown (we could see ${couldShow.toFixed(1)} places or more)`
}
