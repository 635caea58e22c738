import { z } from 'zod'
import type { Wire } from './model.ts'

const replySchema = z.object({ choices: z.tuple([z.object({ message: z.object({ content: z.string() }) })]) })

/** The words of a reply that is one choice with words; empty for every other. */
export function textOf(reply: Wire): string {
  const read = replySchema.safeParse(reply)
  return read.success ? read.data.choices[0].message.content : ''
}
