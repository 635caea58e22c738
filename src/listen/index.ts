export * from './case-record.ts'
export { readEarlierGroups } from './importers/earlier-groups.ts'
export * from './importers/importer.ts'
export * from './importers/index.ts'
export { polisListening } from './importers/polis.ts'
export {
  type PolisBaseCluster,
  type PolisListed,
  type PolisMath,
  readPolisMath,
} from './importers/polis-math.ts'
export { type PolisParts, readPolisParts } from './importers/polis-parts.ts'
export { turnedSign } from './importers/polis-sign.ts'
export { type PolisPerson, totalsDiffer } from './importers/polis-tables.ts'
export { type StatementTotals, statementTotals } from './importers/polis-totals.ts'
export { readTargets } from './importers/targets.ts'
export * from './listening.ts'
export * from './listening-of.ts'
export * from './parse-record.ts'
export * from './read-files.ts'
export * from './record.ts'
export * from './record-key.ts'
export * from './records-of.ts'
export * from './references.ts'
export { isAssemblyId, isId } from './schema-words.ts'
export { csvVotes } from './stream/csv-votes.ts'
export { jsonlVotes } from './stream/jsonl-votes.ts'
export type { StreamedVote, VoteReader, VoteSink } from './stream/vote-sink.ts'
export * from './weights-of.ts'
