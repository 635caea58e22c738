export { GUARANTEES } from './guarantees/index.ts'
export { type Candidacy, candidacyOf, FEWEST_VIEWERS, type Profile, profileOf } from './profile.ts'
export { RULES, type RuleName } from './rules/index.ts'
export * from './slate.ts'
