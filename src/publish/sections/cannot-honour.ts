import type { Charter } from '../../charter/index.ts'
import { FEWEST_SHOWN } from '../../kernel/index.ts'
import type { Report } from '../schema.ts'
import { publishedSupport, rounded } from '../shares.ts'
import { outsideOf } from './clauses.ts'
import { machineWordsIn } from './machine-words.ts'
import { noCharter } from './no-charter.ts'

/** What no system can meet, who holds it, and the part that is kept. */
export function cannotHonourIn(charter: Charter | null): Report['cannotHonour'] {
  if (charter === null) return noCharter('what cannot be honoured')
  return {
    kind: 'cannot-honour',
    values: charter.cannotHonour.map(({ id, text, because, heldBy, support, honouredIn }) => ({
      id,
      text,
      ...machineWordsIn(charter, id),
      because,
      heldBy: heldBy < FEWEST_SHOWN ? null : rounded(heldBy),
      support: publishedSupport(support, outsideOf(charter)),
      honouredIn: honouredIn.map(({ title }) => title),
    })),
  }
}
