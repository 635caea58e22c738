export { amendment as amendmentSchema } from '../schema/round.ts'
export { type Acted, type ProposalId, type RemarkId, type RoundAct, roundActSchema } from './acts.ts'
export { type Amended, isMade } from './amend.ts'
export { clausesOf, LONGEST_REMARK, MOST_BY_ONE, refusalOf } from './refusal.ts'
export { otherTerms, peopleOf, type Revision, revised, withAdopted } from './revise.ts'
export {
  type Answer,
  adoptedOf,
  type Proposal,
  type Remark,
  type Round,
  roundOf,
  termsOf,
  unansweredOf,
} from './round.ts'
