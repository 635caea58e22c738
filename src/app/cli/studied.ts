import type { Study } from '../../charter/index.ts'
import type { Listening } from '../../listen/index.ts'
import type { Negotiation } from '../study/negotiation.ts'
import { studySteps } from '../study/study-steps.ts'
import { withProgress } from './printing.ts'

/** Runs every stage, showing how far it is. */
export const studied = (listening: Listening, negotiation: Negotiation): Study =>
  withProgress(studySteps(listening, negotiation), (progress) => progress)
