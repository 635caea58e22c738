/**
 * The beginning of a digest, in groups that can be compared by eye.
 *
 * @example
 * shortDigest('sha256:9f2c71ab04de55') // => '9f2c 71ab 04de'
 */
export const shortDigest = (digest: string): string => grouped(digest).slice(0, 3).join(' ')

/**
 * All of it, in the same groups.
 *
 * @example
 * fullDigest('sha256:9f2c71ab04de55') // => 'sha256 9f2c 71ab 04de 55'
 */
export const fullDigest = (digest: string): string =>
  [...digest.split(':').slice(0, -1), ...grouped(digest)].join(' ')

const grouped = (digest: string): readonly string[] =>
  digest
    .split(':')
    .at(-1)
    ?.match(/.{1,4}/g) ?? []
