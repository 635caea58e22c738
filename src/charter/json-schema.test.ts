import { describe, expect, test } from 'vitest'
import { expectGolden } from './golden.case.ts'
import { charterJsonSchemaText, proofJsonSchemaText } from './json-schema.ts'

describe('the published schema', () => {
  test('is what the code reads', () => {
    expectGolden('docs/charter.schema.json', charterJsonSchemaText())
    expectGolden('docs/proof.schema.json', proofJsonSchemaText())
  })

  test('closes every object, so that a misspelt key is an error', () => {
    const objects = [...charterJsonSchemaText().matchAll(/"properties": \{/g)].length
    const closed = [...charterJsonSchemaText().matchAll(/"additionalProperties": false/g)].length
    expect(objects).toBeGreaterThan(30)
    expect(closed).toBe(objects)
  })

  test('explains what the words alone do not', () => {
    expect(charterJsonSchemaText()).toContain(
      'Recorded opposition, of equal rank with the clause it opposes.',
    )
  })
})
