import type { Child, FC } from 'hono/jsx'
import type { Statement } from '../../listen/index.ts'

/** The attributes of an element that holds a statement's words. */
export interface Tongue {
  readonly lang: string | undefined
  readonly dir: 'auto'
}

/**
 * How a statement's words are read aloud and in which direction they run: in their own language, where it is known.
 *
 * @example
 * tongueOf({ language: 'ar' }) // => { lang: 'ar', dir: 'auto' }
 * tongueOf({ language: 'und' }) // => { lang: undefined, dir: 'auto' }
 */
export const tongueOf = ({ language }: Pick<Statement, 'language'>): Tongue => ({
  lang: language !== 'und' && LANGUAGE_TAG.test(language) ? language : undefined,
  dir: 'auto',
})

// A browser that reads an invalid tag aloud guesses worse than one that reads none. Source: BCP 47, section 2.1.
const LANGUAGE_TAG = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i

type Words = Pick<Statement, 'text' | 'language' | 'written'>

/** A statement by itself, and who wrote it where no person did. */
export const Said: FC<{ statement: Words }> = ({ statement }) => (
  <>
    <span {...tongueOf(statement)}>{statement.text}</span>
    <WrittenBy written={statement.written} />
  </>
)

/** A statement inside a sentence of ours: quoted, without its full stop, kept from turning the sentence around. */
export const Quoted: FC<{ statement: Words }> = ({ statement }) => (
  <>
    “<bdi {...tongueOf(statement)}>{withoutStop(statement.text)}</bdi>”
    {statement.written === null ? null : <span class="machine"> (written by a machine)</span>}
  </>
)

/** Says that a machine wrote something, and which one; nothing where people did. */
export const WrittenBy: FC<{ written: { readonly model: string } | null }> = ({ written }) =>
  written === null ? null : <span class="machine"> {writtenBy(written.model)}</span>

/**
 * @example
 * writtenBy('a-model') // => 'Written by a machine (a-model) from what people said'
 */
export const writtenBy = (model: string): string => `Written by a machine (${model}) from what people said`

/** Several statements in a row, as a sentence joins them: `“a” and “b”`, or `“a” against “b”`. */
export const QuotedAll: FC<{
  statements: readonly Words[]
  by: 'and' | 'against'
}> = ({ statements, by }) => (
  <>
    {statements.map(
      (statement, at): Child => [
        at === 0 ? '' : at === statements.length - 1 || by === 'against' ? ` ${by} ` : ', ',
        <Quoted statement={statement} />,
      ],
    )}
  </>
)

/**
 * @example
 * withoutStop('It waits. ') // => 'It waits'
 */
export const withoutStop = (text: string): string => text.trim().replace(/(?<!\.)\.$/, '')
