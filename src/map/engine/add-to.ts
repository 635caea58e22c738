/** Adds numbers to others, one by one. */
export function addTo<Numbers extends Int32Array | Uint32Array | Float64Array>(
  sum: Numbers,
  more: Numbers,
): void {
  for (let at = 0; at < sum.length; at++) sum[at]! += more[at]!
}
