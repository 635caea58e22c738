/** A section that needs a charter, where there is none: named, not left out. */
export const noCharter = (what: string): { kind: 'missing'; says: string } => ({
  kind: 'missing',
  says: `There is no charter yet, so nothing can be said of ${what}.`,
})
