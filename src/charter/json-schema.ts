import { z } from 'zod'
import { charterSchema } from './schema.ts'

/**
 * The published description of a charter file, for editors and for validators in other languages.
 *
 * Source: JSON Schema, draft 2020-12.
 *
 * @example
 * charterJsonSchema().title // => 'Parley charter'
 */
export function charterJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...described } = z.toJSONSchema(charterSchema, {
    io: 'input',
    target: 'draft-2020-12',
    override: ({ jsonSchema }) => {
      // The largest whole number of the language says nothing about charters.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
    },
  })
  return { $schema, title: 'Parley charter', ...described }
}

/** The text of `docs/charter.schema.json`. */
export const charterJsonSchemaText = (): string => `${JSON.stringify(charterJsonSchema(), null, 2)}\n`
