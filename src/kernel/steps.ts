/**
 * What steps come to, for whoever needs no word on the way.
 *
 * @example
 * resultOf((function* () { yield 'half way'; return 7 })()) // => 7
 */
export function resultOf<Result>(steps: Generator<unknown, Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/**
 * The same steps, told in other words.
 *
 * @example
 * [...retold((function* () { yield 1; yield 2 })(), (done) => `${done} of 2`)] // => ['1 of 2', '2 of 2']
 */
export function* retold<Step, Told, Result>(
  steps: Generator<Step, Result>,
  tell: (step: Step) => Told,
): Generator<Told, Result> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    yield tell(step.value)
  }
}
