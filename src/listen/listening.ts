import type {
  AssemblyId,
  Authority,
  CaseId,
  DialScale,
  FloorRule,
  GroupId,
  JudgeId,
  MediationId,
  Motive,
  ParticipantId,
  ResponseId,
  StatementId,
  Vote,
} from '../kernel/index.ts'

/**
 * Everything the affected people said, as one value: what every later stage starts from.
 *
 * Votes are resolved: at most one per participant and statement, the latest. Lists are sorted by id, so that the
 * same answers make the same value, whatever order they arrived in.
 */
export interface Listening {
  readonly assembly: Assembly
  readonly statements: readonly Statement[]
  readonly participants: readonly Participant[]
  readonly votes: readonly CastVote[]
  readonly comparisons: readonly Comparison[]
  readonly weights: readonly Weight[]
  readonly secondOrder: readonly SecondOrder[]
  readonly bindings: readonly Binding[]
  readonly reaches: readonly Reach[]
  readonly reasons: readonly Reason[]
  readonly cases: readonly Case[]
  readonly judgements: readonly Judgement[]
  readonly drafting: readonly Drafting[]
  readonly mediations: readonly Mediation[]
  readonly rankings: readonly Ranking[]
  readonly population: readonly PopulationShare[]
  /** What a reader must know about the input: votes an export counted twice, columns that were missing. */
  readonly notes: readonly Note[]
}

export interface Assembly {
  readonly id: AssemblyId
  /** The one question people answer. */
  readonly question: string
  readonly description: string
  /** Where the answers came from, for the record: `polis export`, `native`, `this server`. */
  readonly source: string
  /** Invented people and numbers are said to be invented, on every page and in every file. */
  readonly synthetic: boolean
}

export interface Statement {
  readonly id: StatementId
  readonly text: string
  /** A BCP 47 tag; `und` when nobody said. */
  readonly language: string
  readonly author: ParticipantId | null
  /**
   * `seed`: written before opening by whoever asked; `participant`: said by one of the people; `mediator`: written by a
   * machine from what they said.
   */
  readonly origin: 'seed' | 'participant' | 'mediator'
  /** Which machine wrote it, and when it was asked what; null where people wrote it. */
  readonly written: MachineWriting | null
  /** `about-people`: asks who somebody is; it is left out of maps and slates (Polis calls it meta). */
  readonly subject: 'value' | 'about-people'
  readonly moderation: 'shown' | 'waiting' | 'removed'
}

/** Where a statement of origin `mediator` comes from. */
export interface MachineWriting {
  /** What its server calls the model. */
  readonly model: string
  readonly mediation: MediationId
  /** Over the prompt it was written to, `sha256:` and hexadecimal. Source: ADR 0065. */
  readonly prompt: string
}

export interface Participant {
  readonly id: ParticipantId
  /** What the person said about themselves: `{ age: 'over 70' }`. Never mixed with opinion groups. */
  readonly declared: Readonly<Record<string, string>>
  /** The invitation batch or link the person came through; empty when not recorded. */
  readonly origin: string
  /** The group a published export put the person in; null when it put them in none. */
  readonly exportedGroup: string | null
}

export interface CastVote {
  readonly participant: ParticipantId
  readonly statement: StatementId
  readonly vote: Vote
  /** When, in ISO 8601; null when the source does not say. */
  readonly at: string | null
  /** The probability with which the statement was shown; null when there is no exposure log. */
  readonly shown: number | null
}

/** One response over another, or a tie, in one case. */
export interface Comparison {
  readonly participant: ParticipantId
  readonly case: CaseId
  readonly a: ResponseId
  readonly b: ResponseId
  readonly prefers: 'a' | 'b' | 'tie'
}

/** How much a statement matters to a person, as given: not negative; `weightsOf` makes each person's sum to 1. */
export interface Weight {
  readonly participant: ParticipantId
  readonly statement: StatementId
  readonly matters: number
}

export interface SecondOrder {
  readonly participant: ParticipantId
  readonly statement: StatementId
  readonly says: 'endorse' | 'disown' | 'unsure'
}

/** Whether a person says that the statement must hold for everyone, or that each may choose. */
export interface Binding {
  readonly participant: ParticipantId
  readonly statement: StatementId
  readonly holds: 'for-everyone' | 'for-each' | 'unsure'
}

/** Whom, a person says, honouring the statement touches. */
export interface Reach {
  readonly participant: ParticipantId
  readonly statement: StatementId
  readonly touches: 'only-me' | 'others' | 'unsure'
}

/** A person's own words for or against a statement, kept verbatim. */
export interface Reason {
  readonly participant: ParticipantId
  readonly statement: StatementId
  readonly side: 'for' | 'against'
  readonly words: string
}

/** A situation in which values meet, with what could be done. It always lists "no AI acts" and "hand to a person". */
export interface Case {
  readonly id: CaseId
  readonly title: string
  readonly situation: string
  /** What the person says to the assistant, word for word: the opening of a trial. */
  readonly opening: string
  readonly affected: readonly string[]
  readonly reversible: boolean
  readonly responses: readonly CaseResponse[]
}

export interface CaseResponse {
  readonly id: ResponseId
  readonly kind: 'acts' | 'hands-over' | 'absent'
  readonly text: string
  /** How this response is recognised in a transcript, in order; none means that only a judge can tell. */
  readonly signs: readonly Sign[]
  /** For `absent`: whether no AI may be chosen here at all. True for every other kind. */
  readonly admissible: boolean
}

export type Sign =
  | { readonly kind: 'says'; readonly pattern: string }
  | { readonly kind: 'calls'; readonly tool: string }

/** What one judge says of one response and one statement. */
export interface Judgement {
  readonly judge: JudgeId
  readonly case: CaseId
  readonly response: ResponseId
  readonly statement: StatementId
  readonly verdict: 'meets' | 'violates' | 'irrelevant'
}

/** A drafter's note on a statement: motive, who decides, how it can be checked, the ends of its dial. Signed by name. */
export interface Drafting {
  readonly statement: StatementId
  readonly by: string
  readonly motive: Motive
  readonly authority: Authority
  readonly rules: readonly FloorRule[]
  readonly scale: DialScale | null
}

/** One round in which a model wrote candidates for common words, and foretold how groups would rank them. */
export interface Mediation {
  readonly id: MediationId
  /** 1: from what people said; then each from the critiques of the one before. */
  readonly round: number
  readonly model: string
  /** When it was done, in ISO 8601. */
  readonly at: string
  /** How often the model was asked, in all. */
  readonly calls: number
  /** The statements it was told. */
  readonly from: readonly StatementId[]
  /** How many people's words it was told on each candidate of the round before. */
  readonly critiques: readonly { readonly statement: StatementId; readonly words: number }[]
  /** Its answers, each the best first; a group it gave no whole answer for is not listed. */
  readonly predicted: readonly { readonly group: GroupId; readonly order: readonly StatementId[] }[]
}

/** How one person ranks the candidates of a mediation: the best first, equals together; what is left out is not ranked. */
export interface Ranking {
  readonly participant: ParticipantId
  readonly mediation: MediationId
  readonly order: readonly (readonly StatementId[])[]
}

/** What share of the affected people have a declared attribute: against it one sees who was not heard. */
export interface PopulationShare {
  readonly attribute: string
  readonly value: string
  /** A share of 1. */
  readonly share: number
  readonly source: string
}

export interface Note {
  readonly kind: NoteKind
  readonly count: number
  /** One sentence a reader can act on. */
  readonly says: string
}

export type NoteKind =
  | 'votes-counted-twice'
  | 'matrix-differs-from-votes'
  | 'totals-differ-from-votes'
  | 'votes-on-unknown-statements'
  | 'column-missing'
