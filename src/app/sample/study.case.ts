import { type Charter, draft, type Study } from '../../charter/index.ts'
import { listeningOf } from '../../listen/index.ts'
import { studyOf } from '../study/study-steps.ts'
import { SAMPLE_DRAFT, SAMPLE_NEGOTIATION } from './negotiation.ts'
import { sampleRecords } from './records.ts'

/** The study of the sample, for tests: drawn once, with fewer re-runs than the server takes. */
export function sampleStudy(): Study {
  kept ??= studyOf(listeningOf(sampleRecords()), { ...SAMPLE_NEGOTIATION, reruns: 12, resamples: 60 })
  return kept
}

/** What is drafted from it, once as well. */
export function sampleCharter(): Charter {
  keptCharter ??= draft({ ...sampleStudy(), options: SAMPLE_DRAFT })
  return keptCharter
}

let kept: Study | null = null
let keptCharter: Charter | null = null
