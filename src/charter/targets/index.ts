import { prompt } from './prompt.ts'
import { rubric } from './rubric.ts'
import type { Target } from './target.ts'

export type { DialSettings, Target } from './target.ts'
export { settingOf } from './target.ts'

/** Every form a charter compiles to, by the name commands use. */
export const TARGETS: Readonly<Record<string, Target>> = {
  [prompt.name]: prompt,
  [rubric.name]: rubric,
}
