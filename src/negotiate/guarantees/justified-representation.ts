import { isEnough, setsOf, size, smallProfile } from './cohesive.ts'
import type { Guarantee } from './guarantee.ts'

/** Source of the definition: Aziz et al. 2017, definition 1. */
export const justifiedRepresentation: Guarantee = {
  name: 'justified-representation',
  title: 'Nobody large enough is left out (JR)',
  sentence:
    'No group that is large enough for one seat and agrees on a statement is left without any seated statement that one of them agrees with.',
  source: 'Aziz, Brill, Conitzer, Elkind, Freeman & Walsh 2017, Soc. Choice Welf. 48(2):461-485',
  broken: (choose, profile, seats) => {
    const { ballots, slate, candidates } = smallProfile(profile, choose(profile, seats))
    for (const claim of setsOf(2 ** candidates.length - 1, 1)) {
      const left = ballots.filter((ballot) => ballot & claim && !(ballot & slate)).length
      if (isEnough(left, { owed: 1, seats, everybody: ballots.length }))
        return `${left} people agree on ${candidates[Math.log2(claim)]} and with nothing that is seated`
    }
    return null
  },
}

/** By trying every set of statements that a group may agree on, and every part of the slate it may be confined to. */
export const proportionalJustifiedRepresentation: Guarantee = {
  name: 'proportional-justified-representation',
  title: 'Proportionality of the group (PJR)',
  sentence:
    'A group that is large enough for some number of seats, and agrees on as many statements, gets that many seats between its members.',
  source: 'Sánchez-Fernández et al. 2017, Proportional Justified Representation, AAAI 2017',
  broken: (choose, profile, seats) => {
    const { ballots, slate, candidates } = smallProfile(profile, choose(profile, seats))
    for (let owed = 1; owed <= seats; owed++)
      for (const agreed of setsOf(2 ** candidates.length - 1, owed))
        for (const part of setsOf(slate, Math.min(owed - 1, size(slate)))) {
          const confined = ballots.filter(
            (ballot) => (ballot & agreed) === agreed && !(ballot & slate & ~part),
          ).length
          if (isEnough(confined, { owed, seats, everybody: ballots.length }))
            return `${confined} people agree on ${owed} statements and together have fewer than ${owed} seats`
        }
    return null
  },
}

/** By trying every set of statements that a group may agree on. */
export const extendedJustifiedRepresentation: Guarantee = {
  name: 'extended-justified-representation',
  title: 'Proportionality for somebody in the group (EJR)',
  sentence:
    'In a group that is large enough for some number of seats, and agrees on as many statements, somebody agrees with that many seated ones.',
  source: 'Aziz, Brill, Conitzer, Elkind, Freeman & Walsh 2017, Soc. Choice Welf. 48(2):461-485',
  broken: (choose, profile, seats) => {
    const { ballots, slate, candidates } = smallProfile(profile, choose(profile, seats))
    for (let owed = 1; owed <= seats; owed++)
      for (const agreed of setsOf(2 ** candidates.length - 1, owed)) {
        const below = ballots.filter(
          (ballot) => (ballot & agreed) === agreed && size(ballot & slate) < owed,
        ).length
        if (isEnough(below, { owed, seats, everybody: ballots.length }))
          return `${below} people agree on ${owed} statements and each has fewer than ${owed} seats`
      }
    return null
  },
}
