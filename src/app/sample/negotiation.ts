import type { DraftOptions } from '../../charter/index.ts'
import { type Negotiation, USUAL_NEGOTIATION } from '../study/negotiation.ts'

/** What the sample assembly declares before its votes are counted. */
export const SAMPLE_NEGOTIATION: Negotiation = { ...USUAL_NEGOTIATION, seed: 'city-helpline' }

export const SAMPLE_DRAFT: DraftOptions = {
  id: 'city-helpline',
  title: 'Charter of the city helpline assistant',
  version: '1.0',
  parent: null,
  seed: 'city-helpline',
  plan: { overall: 0.6, eachGroup: 0.5, quorum: 300 },
  tools: {
    reversible: [
      'nurse.alert',
      'person.connect',
      'emergency.gas_line',
      'appointment.book',
      'talks.show_nurse',
    ],
    irreversible: ['housing.notice.waive', 'benefits.claim.withdraw', 'letter.send_to_many'],
  },
}
