/** How the invented people vote on the charter: who of each group says yes, and in which words some say no. */
export const BALLOTS = {
  /** Of those on the roll, in its order. */
  cast: 471,
  abstain: 0.05,
  /** Of those who vote no, how many say why. */
  objects: 0.3,
  yes: { A: 0.71, B: 0.85, C: 0.66, none: 0.7 } as Readonly<Record<string, number>> & {
    readonly none: number
  },
} as const

export interface Objection {
  readonly group: string
  readonly statement: string
  readonly words: string
}

export const OBJECTIONS: readonly Objection[] = [
  {
    group: 'A',
    statement: 's02',
    words: 'I am an adult. If I tell it to cancel my booking, it should cancel my booking.',
  },
  { group: 'A', statement: 's14', words: 'What is in every library should not be forbidden on the phone.' },
  { group: 'A', statement: 's12', words: 'You promise plain words and then list what may not be said.' },
  {
    group: 'B',
    statement: 's22',
    words: 'I am told what I do wrong all day. Here I want to be told that I can do it.',
  },
  {
    group: 'B',
    statement: 's11',
    words: 'A broken confidence can be mended. A death cannot. It should have been settled.',
  },
  {
    group: 'C',
    statement: 's15',
    words: 'You write down that you cannot honour it, and then you do it anyway.',
  },
  {
    group: 'C',
    statement: 's18',
    words: 'It should not send men in uniform to my house because of a word I used.',
  },
  { group: 'C', statement: 's05', words: 'That is work for people, not for a machine that guesses.' },
  { group: 'none', statement: 's01', words: 'It should say so before I ask.' },
]
