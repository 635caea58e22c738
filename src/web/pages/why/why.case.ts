import {
  AT,
  type SampleDecision,
  sampleAudit,
  sampleDecisions,
  sampleRatified,
} from '../../sample-world.case.ts'
import type { WhyView } from '../../views.ts'

/** One decision of each sort, as the gateway makes them under the sample’s charter. */
export interface Sorts {
  readonly send: SampleDecision
  readonly refuse: SampleDecision
  readonly hold: SampleDecision
  readonly unknown: SampleDecision
  readonly off: SampleDecision
}

export async function sorts(): Promise<Sorts> {
  const [send, refuse, hold, unknown] = await sampleDecisions()
  const [off] = await sampleDecisions(['Hello?'], 'ana switched it off')
  if (!send || !refuse || !hold || !unknown || !off) throw new Error('the sample decides five requests')
  return { send, refuse, hold, unknown, off }
}

const CHARTER = sampleRatified()

export const audited = async (): Promise<WhyView['audit']> => ({ audit: await sampleAudit(), at: AT })

export const whyOf = ({ record }: Pick<SampleDecision, 'record'>, more: Partial<WhyView> = {}): WhyView => ({
  record,
  charter: CHARTER,
  waits: null,
  answer: null,
  audit: null,
  ...more,
})
