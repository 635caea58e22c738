/** Who said what of which item. One entry per answer: parallel columns of equal length. */
export interface Ratings {
  readonly items: number
  readonly raters: number
  readonly classes: number
  readonly item: Uint32Array
  readonly rater: Uint32Array
  readonly said: Uint8Array
  /** How many voices the answer counts as. */
  readonly weight: Float64Array
}
