import { type GroupId, id } from '../../kernel/index.ts'

/** The name of a part by its number: A is the largest. */
export const letter = (part: number): GroupId => id(String.fromCharCode('A'.charCodeAt(0) + part))
