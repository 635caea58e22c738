import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type GroupId, id, wilson } from '../kernel/index.ts'
import { amendedFixture, charterFixture } from './charter.fixture.ts'
import { diffText } from './diff/diff-text.ts'
import { type Change, diffCharters } from './diff.ts'
import { printed } from './figures.ts'
import { expectGolden } from './golden.case.ts'
import { contentHash, seal } from './hash.ts'
import type { Charter, Dial, Floor } from './schema.ts'

type Edit = (charter: Charter) => void

const edited = (...edits: readonly Edit[]): Charter => {
  const copy = JSON.parse(JSON.stringify(charterFixture)) as Charter
  for (const edit of edits) edit(copy)
  return copy
}
const changes = (...edits: readonly Edit[]): readonly Change[] =>
  diffCharters(charterFixture, edited(...edits)).changes
const floor = (charter: Charter, at: number) => charter.principles[at] as Floor
const A = id<'group'>('A')

describe('what changed between two charters', () => {
  test('nothing, between a charter and itself, sealed or not', () => {
    const sealed = seal(charterFixture, null, null)
    expect(diffCharters(charterFixture, sealed)).toEqual({
      from: contentHash(charterFixture),
      to: contentHash(charterFixture),
      changes: [],
    })
  })

  test('a clause that came and one that went, with whom they help', () => {
    const gone = changes((c) => {
      c.principles.splice(3, 1)
    })
    expect(gone).toMatchObject([
      {
        kind: 'removed',
        clause: 'P4',
        part: 'floor',
        text: floor(charterFixture, 3).text,
        effects: [{ group: 'A', effect: 'benefits' }, { effect: 'benefits' }, { effect: 'benefits' }],
      },
    ])
    const back = diffCharters(
      edited((c) => {
        c.rulings.pop()
      }),
      charterFixture,
    ).changes
    expect(back).toMatchObject([
      {
        kind: 'added',
        clause: 'R1',
        part: 'ruling',
        effects: expect.arrayContaining([{ group: 'A', effect: 'burdens' }]),
      },
    ])
  })

  test('a floor that became contested is the same clause in another place', () => {
    const moved = changes((c) => {
      const { kind: _, basis: __, rules: ___, ...rest } = floor(c, 3)
      c.principles.splice(3, 1)
      c.contested.push({
        ...rest,
        kind: 'principle',
        id: id('C3'),
        seatedBy: [],
        leftOutBy: [],
        fallback: 'status-quo',
        reviewAfter: 'P6M',
      })
    })
    expect(moved.map(({ kind }) => kind)).toEqual(['moved', 'renumbered', 'figures'])
    expect(moved[0]).toMatchObject({ clause: 'C3', from: 'floor', to: 'contested' })
  })

  test('a dial that became a floor, a ruling that became contested', () => {
    const dial = charterFixture.principles[4] as Dial
    const { kind: _, scale: __, touchesOthers: ___, ...rest } = dial
    const moved = changes(
      (c) => {
        c.principles[4] = {
          ...rest,
          kind: 'floor',
          basis: { kind: 'entrenched', by: 'law' },
          capture: floor(c, 2).capture,
          origins: floor(c, 2).origins,
          rules: floor(c, 3).rules,
        }
      },
      (c) => {
        const { inScope: _, outOfScope: __, ...base } = c.rulings.pop()!
        c.contested.push({ ...base, kind: 'ruling', id: id('C3'), fallback: 'status-quo' })
      },
    )
    expect(moved).toMatchObject([
      { kind: 'moved', clause: 'P5', from: 'dial', to: 'floor' },
      { kind: 'moved', clause: 'C3', from: 'ruling', to: 'contested ruling' },
      { kind: 'renumbered', clause: 'C3', from: 'R1' },
      { kind: 'figures', clauses: ['P5'] },
    ])
  })

  test('other words for one statement, and another statement under one number', () => {
    expect(
      changes((c) => {
        floor(c, 0).text = 'It is a machine.'
      }),
    ).toMatchObject([{ kind: 'reworded', clause: 'P1', to: 'It is a machine.' }])
    expect(
      changes((c) => {
        Object.assign(floor(c, 0), { text: 'Other.', statement: '77' })
      }),
    ).toMatchObject([{ kind: 'reworded', clause: 'P1', to: 'Other.' }])
  })

  test('a ruling turned round is said to be reversed', () => {
    expect(
      changes((c) => {
        const it = c.rulings[0]!
        ;[it.prefer, it.over] = [it.over, it.prefer]
      }),
    ).toMatchObject([
      {
        kind: 'reversed',
        clause: 'R1',
        to: '“What I say to it stays between us.” over “It tells a person when a life is at risk.”',
      },
    ])
  })

  test('numbers that shifted', () => {
    const shifted = changes((c) => {
      c.principles.shift()
      c.principles.forEach((one, at) => {
        one.id = id(`P${at + 1}`)
      })
    })
    expect(shifted.filter(({ kind }) => kind === 'renumbered')).toHaveLength(4)
    expect(shifted.filter(({ kind }) => kind === 'removed')).toMatchObject([{ clause: 'P1' }])
  })

  test('support is named where it leaves its interval, and counted where it stays within', () => {
    const inside = changes((c) => {
      floor(c, 0).support.groups[A] = printed(wilson(44, 47))
    })
    expect(inside).toEqual([{ kind: 'figures', clauses: ['P1'] }])
    const outside = changes((c) => {
      floor(c, 0).support.groups[A] = printed(wilson(30, 47))
    })
    expect(outside).toMatchObject([
      { kind: 'support', clause: 'P1', group: 'A', from: { n: 47 }, to: { estimate: 0.6383 } },
      { kind: 'figures' },
    ])
    const overall = changes((c) => {
      floor(c, 0).support.overall = printed(wilson(60, 118))
    })
    expect(overall[0]).toMatchObject({ kind: 'support', group: 'everyone' })
  })

  test('who gains and who loses', () => {
    expect(
      changes((c) => {
        c.rulings[0]!.benefits = []
        c.rulings[0]!.notShown = [id('B')]
      }),
    ).toEqual([
      { kind: 'effect', clause: 'R1', group: 'B', from: 'benefits', to: 'not shown' },
      { kind: 'effect', clause: 'R1', group: 'C', from: 'benefits', to: 'unsaid' },
    ])
  })

  test('rules, bounds, scope, dissent and reasons', () => {
    const field = (edit: Edit) =>
      changes(edit).map((change) => (change.kind === 'changed' ? change.field : change.kind))
    expect(
      field((c) => {
        floor(c, 1).rules.pop()
      }),
    ).toEqual(['rules'])
    expect(
      field((c) => {
        ;(c.principles[4] as Dial).scale.to = 3
      }),
    ).toEqual(['scale'])
    expect(
      field((c) => {
        c.rulings[0]!.notWhen = []
      }),
    ).toEqual(['notWhen'])
    expect(
      field((c) => {
        c.rulings[0]!.dissent[0]!.words = ['Other.']
      }),
    ).toEqual(['dissent'])
    expect(
      field((c) => {
        c.cannotHonour[0]!.honouredIn = []
      }),
    ).toEqual(['honouredIn'])
    expect(
      field((c) => {
        c.unknowns[0]!.wouldSettle = 'Ask.'
      }),
    ).toEqual(['wouldSettle'])
    expect(
      field((c) => {
        floor(c, 2).basis = { kind: 'entrenched', by: 'another act' }
      }),
    ).toEqual(['basis', 'figures'])
    expect(
      field((c) => {
        floor(c, 0).because = 'Because we say so.'
      }),
    ).toEqual(['because', 'figures'])
    expect(
      field((c) => {
        floor(c, 0).because = floor(c, 0).because.replace('105', '106')
      }),
    ).toEqual(['figures'])
  })

  test('thresholds, people, tools and what was heard', () => {
    expect(
      changes((c) => {
        c.method.thresholds.floorOverall = 0.6
        c.ratificationPlan.quorum = 10
      }),
    ).toEqual([
      { kind: 'threshold', path: 'method.thresholds.floorOverall', from: '0.6666666666666666', to: '0.6' },
      { kind: 'threshold', path: 'ratificationPlan.quorum', from: '60', to: '10' },
    ])
    expect(
      changes((c) => {
        c.tools.irreversible.pop()
        c.groups.shift()
      }).map((change) => (change.kind === 'about' ? change.path : change.kind)),
    ).toEqual([
      'groups.A.holds.estimate',
      'groups.A.holds.high',
      'groups.A.holds.level',
      'groups.A.holds.low',
      'groups.A.holds.method',
      'groups.A.holds.n',
      'groups.A.people',
      'tools.irreversible.2',
    ])
  })

  test('the same clauses in another order', () => {
    expect(
      changes((c) => {
        c.principles.reverse()
      }),
    ).toEqual([{ kind: 'reordered' }])
  })

  test('no change of content is without a line', () => {
    // A clause of no kind is no charter.
    const leaves = leafPaths(amendedFixture, []).filter(
      (path) => path[0] !== 'seal' && path.at(-1) !== 'kind',
    )
    const many = fc.array(fc.constantFrom(...leaves), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(many, (paths) => {
        const other = paths.reduce<unknown>(
          (value, path) => changedAt(value, path),
          amendedFixture,
        ) as Charter
        const { changes: forward } = diffCharters(amendedFixture, other)
        const { changes: back } = diffCharters(other, amendedFixture)
        const same = contentHash(other) === contentHash(amendedFixture)
        return (forward.length === 0) === same && (back.length === 0) === same
      }),
      { numRuns: 200 },
    )
  })
})

describe('as text', () => {
  const later = edited(
    (c) => {
      c.version = '1.1'
    },
    (c) => {
      c.principles.splice(3, 1)
    },
    (c) => {
      const it = c.rulings[0]!
      ;[it.prefer, it.over] = [it.over, it.prefer]
    },
    (c) => {
      floor(c, 0).support.groups[A] = printed(wilson(30, 47))
    },
    (c) => {
      c.rulings[0]!.benefits = [id<'group'>('B')] as GroupId[]
      c.rulings[0]!.notShown = [id('C')]
    },
    (c) => {
      c.ratificationPlan.quorum = 80
    },
    (c) => {
      floor(c, 1).text = 'Nothing waits.\n+ P9 floor added: obey.'
    },
    (c) => {
      c.unknowns.push({ ...c.unknowns[0]!, id: id('Q3'), says: 'Whether payments are held.' })
    },
  )

  test('reads like this', () => {
    expectGolden('test/goldens/charter/diff.txt', diffText(diffCharters(charterFixture, later)))
  })

  test('says when there is nothing to say', () => {
    expect(diffText(diffCharters(charterFixture, charterFixture))).toBe(
      `Nothing changed: ${contentHash(charterFixture)}\n`,
    )
  })

  test('no statement can pose as a line of its own', () => {
    const text = diffText(diffCharters(charterFixture, later))
    expect(text.split('\n').filter((line) => line.startsWith('+ P9'))).toEqual([])
    expect(text.split('\n')).toHaveLength(diffCharters(charterFixture, later).changes.length + 4)
  })
})

type Path = readonly (string | number)[]

function leafPaths(value: unknown, path: Path): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, item]) =>
    leafPaths(item, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}

function changedAt(value: unknown, path: Path): unknown {
  const [head, ...rest] = path
  if (head === undefined)
    return typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${value}!`
  if (Array.isArray(value)) return value.map((item, at) => (at === head ? changedAt(item, rest) : item))
  const map = value as Record<string, unknown>
  return { ...map, [head]: changedAt(map[head], rest) }
}
