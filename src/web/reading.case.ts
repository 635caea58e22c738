/** What a test reads of a page: its words, and its forms as a server gets them. */

/** The words in their order; a button's and a link's are in it, styles and marks are not. */
export const wordsOf = (html: string): string =>
  html
    .replace(/<title>.*?<\/title>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,:;”)])(?!\d)/g, '$1')
    .replace(/([“(]) /g, '$1')
    .trim()

export interface Form {
  readonly method: string
  readonly action: string
  /** Each field with the values it may send. */
  readonly fields: Readonly<Record<string, readonly string[]>>
}

/** Every form of a page. */
export const formsOf = (html: string): readonly Form[] =>
  [...html.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)].map(([, own = '', inside = '']) => {
    const fields: Record<string, string[]> = {}
    for (const [tag] of inside.matchAll(/<(?:input|button|textarea|select)[^>]*>/g)) {
      const name = attribute(tag, 'name')
      if (name !== null) fields[name] = [...(fields[name] ?? []), attribute(tag, 'value') ?? '']
    }
    return {
      method: attribute(own, 'method') ?? 'get',
      action: attribute(own, 'action') ?? '',
      fields,
    }
  })

/** Every figure of a page, with everything in it. */
export const figuresOf = (html: string): readonly string[] =>
  [...html.matchAll(/<figure.*?<\/figure>/gs)].map(([figure]) => figure)

/** The text of an element by its tag, the first there is. */
export const textOf = (html: string, tag: string): string =>
  wordsOf(new RegExp(`<${tag}[ >].*?</${tag}>`, 's').exec(html)?.[0] ?? '')

const attribute = (tag: string, name: string): string | null =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? null
