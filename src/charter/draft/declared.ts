import type { CannotHonour } from '../schema.ts'
import { type Desk, UNNUMBERED } from './request.ts'
import { titled } from './rulings.ts'

/** What no acting system can meet, by how many hold it: declared with the part that can be kept. */
export const declare = (desk: Desk): CannotHonour[] =>
  desk.entries
    .filter(({ resolution }) => resolution.mode === 'declare')
    .map(({ statement, because, honoured }) => {
      const provenance = desk.count.provenance(statement)
      return {
        id: UNNUMBERED,
        text: desk.textOf(statement),
        statement,
        because,
        heldBy: provenance.agree,
        support: desk.count.agree(statement),
        secondOrder: desk.count.secondOrder(statement),
        honouredIn: honoured.map((id) => titled(desk, id)),
        provenance,
      }
    })
    .sort((a, b) => b.heldBy - a.heldBy)
