import type { Charter, Contested, Dial, Floor, Principle, Ruling } from '../schema.ts'

/** Something of a charter with the path to it, so that a problem can say where it is. */
export interface Placed<T> {
  readonly path: string
  readonly it: T
}

export const placed = <T>(list: readonly T[], path: string): readonly Placed<T>[] =>
  list.map((it, at) => ({ path: `${path}[${at}]`, it }))

type ContestedPrinciple = Extract<Contested, { kind: 'principle' }>
type ContestedRuling = Extract<Contested, { kind: 'ruling' }>

export const principlesOf = (charter: Charter): readonly Placed<Principle>[] =>
  placed(charter.principles, 'principles')

export const floorsOf = (charter: Charter): readonly Placed<Floor>[] =>
  principlesOf(charter).flatMap(({ path, it }) => (it.kind === 'floor' ? [{ path, it }] : []))

export const dialsOf = (charter: Charter): readonly Placed<Dial>[] =>
  principlesOf(charter).flatMap(({ path, it }) => (it.kind === 'dial' ? [{ path, it }] : []))

export const rulingsOf = (charter: Charter): readonly Placed<Ruling>[] => placed(charter.rulings, 'rulings')

export const contestedPrinciplesOf = (charter: Charter): readonly Placed<ContestedPrinciple>[] =>
  placed(charter.contested, 'contested').flatMap(({ path, it }) =>
    it.kind === 'principle' ? [{ path, it }] : [],
  )

export const contestedRulingsOf = (charter: Charter): readonly Placed<ContestedRuling>[] =>
  placed(charter.contested, 'contested').flatMap(({ path, it }) =>
    it.kind === 'ruling' ? [{ path, it }] : [],
  )

export const cannotHonourOf = (charter: Charter) => placed(charter.cannotHonour, 'cannotHonour')

/** Clauses that state one value in its own words. */
export const statedOf = (charter: Charter) => [...principlesOf(charter), ...contestedPrinciplesOf(charter)]

/** Rulings, in force or not. */
export const allRulingsOf = (charter: Charter) => [...rulingsOf(charter), ...contestedRulingsOf(charter)]

/** Clauses somebody decided, and so somebody gains and loses by. */
export const decidedOf = (charter: Charter) => [...statedOf(charter), ...allRulingsOf(charter)]
