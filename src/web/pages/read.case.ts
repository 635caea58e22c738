/** A page as a person reads it: without the marks, in one line. */
export const read = (page: unknown): string =>
  String(page)
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')

/** Every value of a named field that the page’s forms send. */
export const sent = (page: unknown, name: string): string[] =>
  [...String(page).matchAll(/<(?:input|button|textarea)[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => tag.includes(`name="${name}"`))
    .map((tag) => / value="([^"]*)"/.exec(tag)?.[1] ?? '')

/** Where the page’s forms go. */
export const actions = (page: unknown): string[] =>
  [...String(page).matchAll(/<form[^>]* action="([^"]*)"/g)].map(([, action]) => action ?? '')
