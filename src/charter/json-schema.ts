import { z } from 'zod'
import { proofSchema } from './proof/index.ts'
import { charterSchema } from './schema.ts'

/**
 * The published description of a charter file, for editors and for validators in other languages.
 *
 * Source: JSON Schema, draft 2020-12.
 *
 * @example
 * charterJsonSchema().title // => 'Parley charter'
 */
export const charterJsonSchema = (): JsonSchema => published(charterSchema, 'Parley charter')

type JsonSchema = Readonly<Record<string, unknown>>

function published(schema: z.ZodType, title: string): JsonSchema {
  const { $schema, ...described } = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-2020-12',
    override: ({ jsonSchema }) => {
      // The largest whole number of the language says nothing about charters.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
    },
  })
  return { $schema, title, ...described }
}

/** The text of `docs/charter.schema.json`. */
export const charterJsonSchemaText = (): string => textOf(charterJsonSchema())

/** The text of `docs/proof.schema.json`. */
export const proofJsonSchemaText = (): string => textOf(published(proofSchema, 'Proof of a Parley charter'))

const textOf = (schema: JsonSchema): string => `${JSON.stringify(schema, null, 2)}\n`
