export { changesIn, changesSegment, matrixIn, votesSegment } from './content.ts'
export * from './mark.ts'
export * from './segment.ts'
