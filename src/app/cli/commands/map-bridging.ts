import { byId, type StatementId } from '../../../kernel/index.ts'
import type { OpinionMap } from '../../../map/index.ts'

/** What people agree with who usually differ, as lines: statements that more than half agree with, surest first. */
export function bridgingLines(
  { bridging, support }: OpinionMap,
  text: ReadonlyMap<StatementId, string>,
): readonly string[] {
  const agree = new Map(support.map(({ statement, overall }) => [statement, overall.agree.estimate]))
  const known = bridging.flatMap((one) => (one.kind === 'known' ? [one] : []))
  const listed = known
    .filter(({ statement }) => (agree.get(statement) ?? 0) > 0.5)
    .sort((a, b) => b.score.low - a.score.low || byId(a.statement, b.statement))
    .slice(0, MOST)
  const unknown = bridging.length - known.length
  return [
    '',
    'agreed by people who usually differ: bridging score and 95 % interval (jackknife), surest first:',
    ...listed.map(({ statement, score: { estimate, low, high, n } }) => {
      const [at, from, to] = [estimate, low, high].map((x) => x.toFixed(2))
      return `  ${statement}  ${at} (${from} to ${to}), n ${n}  ${text.get(statement) ?? ''}`
    }),
    ...(unknown > 0
      ? [
          `  unknown for ${unknown} of ${bridging.length}: too few answers, or none that connect (--json: bridging)`,
        ]
      : []),
  ]
}

const MOST = 10
