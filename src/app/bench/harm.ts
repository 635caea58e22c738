import type { Bench, BenchRow } from './bench.ts'
import { HARMS, type Harm, harmIn } from './covered/harm.ts'

/** The largest share of the burdens called that may be false (ADR 0007). */
const FALSE = { atMost: 0.05 }
const VOICES = [20, 80, 400]

/** How often a group is said to bear a burden that it does not bear, and how many burdens are seen. */
export const harm: Bench = {
  name: 'harm',
  measures: 'how many of the burdens that rulings call are false, and how many real ones they see',
  run: async ({ seed, full }, say) =>
    VOICES.flatMap((voices) => {
      const plan = { voices, groups: 5, rulings: 8, repeats: full ? 2000 : 200 }
      say(`burdens of groups with ${voices} voices`)
      const found = Object.keys(HARMS).map((kind) => [kind, harmIn(kind, plan, seed)] as const)
      return rowsOf(found, `${voices} voices in each of 5 groups, 8 rulings`)
    }),
}

/** The worst kind of assembly is the figure; the kinds are its parts. */
function rowsOf(found: readonly (readonly [kind: string, harm: Harm])[], on: string): BenchRow[] {
  const partsOf = (of: keyof Harm) =>
    Object.fromEntries(
      found.flatMap(([kind, harm]) => (harm[of] === null ? [] : [[kind, harm[of]] as const])),
    )
  const falseDiscoveries = partsOf('falseDiscoveries')
  const recall = partsOf('recall')
  return [
    {
      what: `false discoveries, per assembly: ${on}`,
      figure: Math.max(...Object.values(falseDiscoveries)),
      unit: 'share',
      parts: falseDiscoveries,
      target: FALSE,
    },
    {
      what: `false calls, of the calls of all assemblies: ${on}`,
      figure: falseOf(found.map(([, harm]) => harm)),
      unit: 'share',
      parts: partsOf('falseOfAll'),
      target: FALSE,
    },
    {
      what: `burdens called: ${on}`,
      figure: Math.min(...Object.values(recall)),
      unit: 'share',
      parts: recall,
    },
  ]
}

function falseOf(harms: readonly Harm[]): number {
  const calls = harms.reduce((sum, one) => sum + one.calls, 0)
  const isFalse = harms.reduce((sum, one) => sum + one.calls * one.falseOfAll, 0)
  return calls === 0 ? 0 : isFalse / calls
}
