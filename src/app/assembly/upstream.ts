import type { Model } from '../../io/models/index.ts'
import { type Parsed, parsed, quoted, refused } from '../../kernel/index.ts'

/**
 * The model behind an address that an operator typed; its key comes from the environment and goes nowhere else.
 *
 * The HTTP client is loaded here and nowhere else: the scripted model needs none.
 */
export async function upstreamModel(url: string): Promise<Parsed<Model & { close(): Promise<void> }>> {
  const address = URL.canParse(url) ? new URL(url) : null
  if (
    address === null ||
    !/^https?:$/.test(address.protocol) ||
    address.username !== '' ||
    address.password !== ''
  )
    return refused({
      place: '--upstream',
      found: quoted(url),
      expected: 'an http or https address up to and with /v1',
    })
  const { keyFromEnvironment, openAiCompatible, UPSTREAM_LIMITS } = await import(
    '../../io/models/openai-compatible.ts'
  )
  return parsed(
    openAiCompatible({ baseUrl: url, key: keyFromEnvironment(process.env, url), limits: UPSTREAM_LIMITS }),
  )
}
