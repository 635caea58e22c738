/**
 * ln Γ(x) for x > 0. Source: Lanczos 1964, SIAM J. Numer. Anal. B 1:86-96, with g = 7 and nine terms.
 *
 * @example
 * logGamma(5) // ~> 3.178054
 */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const shifted = x - 1
  const sum = LANCZOS.reduce((total, term, k) => total + (k === 0 ? term : term / (shifted + k)), 0)
  const t = shifted + 7.5
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum)
}

const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406,
  12.507343278686905, -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
]

/**
 * A number that may be divided by, where a continued fraction comes through 0.
 *
 * Source: Thompson & Barnett 1986, J. Comput. Phys. 64(2):490-509 (modified Lentz).
 */
export const awayFromZero = (x: number): number => (Math.abs(x) < TINY ? TINY : x)

const TINY = 1e-300
