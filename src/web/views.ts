import type {
  Charter,
  CharterDiff,
  ProposalId,
  Ratification,
  RatificationPlan,
  Round,
  SoFar,
  Study,
} from '../charter/index.ts'
import type { DecisionRecord } from '../govern/index.ts'
import type { CaseId, ClauseId, ParticipantId, StatementId, Vote } from '../kernel/index.ts'
import type { Assembly, Ranking, Reason, Statement } from '../listen/index.ts'
import type { GroupChange } from '../map/index.ts'
import type { CommonWords, Cost, Material, RoundStanding } from '../negotiate/index.ts'
import type { Audit } from '../verify/index.ts'

/** What each page shows: the values the server hands it, and nothing else. */

/** What every page needs to know. */
export interface Frame {
  readonly assembly: Assembly
  readonly role: 'participant' | 'operator'
}

/** What is said of one assembly, and the map of exactly that. */
export type Mapped = Pick<Study, 'listening' | 'map'>

/** A study may be still under way: pages then show what is being counted, never an empty result. */
export type Studied<Of extends Mapped = Study> =
  | { readonly kind: 'ready'; readonly study: Of; readonly drawn: Drawn }
  | { readonly kind: 'counting'; readonly says: string; readonly done: number }
  | { readonly kind: 'failed'; readonly because: string }

/** How old a study is, in answers and in time. */
export interface Drawn {
  /** How many answers it was drawn from. */
  readonly votes: number
  /** How many were given, changed or taken back since. */
  readonly newVotes: number
  readonly secondsAgo: number
  readonly tookMilliseconds: number
  /** How long the first answer that is in it and not in the one before waited for it; null where none did. */
  readonly waitedMilliseconds: number | null
  /** How far the next one is; null while none is under way. */
  readonly next: { readonly says: string; readonly done: number } | null
}

/** By what groups are named, and what became of them since. */
export interface GroupHistory {
  /** The first map here was named by size, or by the groups there were when the vote on a charter was opened. */
  readonly namedBy: 'size' | 'vote'
  /** ISO 8601. */
  readonly since: string
  /** The maps at which groups came, went, split or merged, newest first. */
  readonly updates: readonly { readonly at: string; readonly changes: readonly GroupChange[] }[]
}

export interface HomeView {
  readonly counts: { readonly participants: number; readonly statements: number; readonly votes: number }
  readonly answered: number
  readonly charter: { readonly version: string; readonly title: string; readonly since: string } | null
  readonly ratifying: { readonly version: string } | null
  /** The draft whose round is open. */
  readonly talking: { readonly version: string } | null
}

export interface BallotView {
  readonly answered: number
  readonly total: number
  /** Null: everything was seen. */
  readonly next: {
    readonly statement: Statement
    /** The probability with which it was drawn. */
    readonly shown: number
  } | null
  readonly last: {
    readonly statement: Statement
    readonly vote: Vote
    readonly matters: number | null
    readonly secondOrder: 'endorse' | 'disown' | 'unsure' | null
    /** Where its sealed line can be fetched. */
    readonly receipt: string
  } | null
  /** What just happened, for the status line. */
  readonly notice: 'saved' | 'undone' | 'reflected' | 'said' | null
  /** A problem with the last attempt: shown on the same card; nothing is lost. */
  readonly problem: string | null
}

export interface SayView {
  readonly draft: string
  /** How many characters one idea may have. */
  readonly longest: number
  readonly similar: readonly Statement[]
  readonly problem: string | null
  /** What an operator has still to read; participants are handed none. */
  readonly waiting: readonly Statement[]
}

/** Everything a participant gave, to read or to erase. */
export interface MineView {
  readonly answers: readonly {
    readonly statement: Statement
    readonly vote: Vote
    readonly receipt: string
  }[]
  readonly other: number
  readonly erased: boolean
}

export interface MapView {
  readonly studied: Studied<Mapped>
  readonly groups: GroupHistory
  readonly you: { readonly x: number; readonly y: number; readonly answers: number } | null
  readonly show:
    | { readonly kind: 'groups' }
    | { readonly kind: 'statement'; readonly statement: StatementId }
    | { readonly kind: 'statements'; readonly by: 'agreed' | 'divides' | 'bridges' }
    | { readonly kind: 'evidence' }
    | { readonly kind: 'not-heard' }
}

export interface ConflictsView {
  readonly studied: Studied
  readonly standing: 'alignable' | 'conflicting' | 'unalignable' | 'undetermined'
  /** The open case, or the widest one. */
  readonly open: CaseId | null
  /** What is looked at: the values of one conflict (`?statement=a&statement=b`), or one statement; none: the first. */
  readonly statements: readonly StatementId[]
}

export interface NegotiateView {
  readonly studied: Studied
  readonly canDraft: boolean
}

/** Looking for words that people could share. */
export interface MediateView {
  readonly studied: Studied
  /** Null: no model is configured, and nothing is written by a machine. */
  readonly model: MediatorView | null
  readonly common: readonly CommonWords[]
  /** The latest first. */
  readonly rounds: readonly RoundStanding[]
  /** What this person said to candidates, and how they ranked them. */
  readonly mine: { readonly reasons: readonly Reason[]; readonly rankings: readonly Ranking[] }
  readonly notice: 'said' | 'ranked' | 'decided' | null
  readonly problem: string | null
}

export interface MediatorView {
  readonly name: string
  readonly underWay: RoundUnderWay
  /** What the next round would be told, and what it would cost; null until there is a map. */
  readonly next: { readonly material: Material; readonly cost: Cost } | null
}

/** How far a model is with a round; what went wrong with the last one stays until the next. */
export type RoundUnderWay =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking'; readonly done: number; readonly of: number }
  | { readonly kind: 'failed'; readonly because: readonly string[] }

export interface CharterView {
  readonly charter: Charter | null
  readonly hash: string
  readonly status: 'draft' | 'voting' | 'ratified' | 'rejected' | 'quorum-not-met'
  readonly since: string
  readonly problems: readonly {
    readonly code: string
    readonly path: string
    readonly says: string
    readonly severity: 'error' | 'note'
  }[]
  readonly audit: Audit | null
  /** Of a draft: whether people talk about it now, or what came of that; `held`: it came out of a round. */
  readonly round:
    | { readonly kind: 'none' | 'open' | 'held' }
    | { readonly kind: 'amended'; readonly by: { readonly version: string; readonly hash: string } }
  /** Against the version it follows; null: it follows none, or that one is not at hand. */
  readonly changes: CharterDiff | null
  readonly versions: readonly {
    readonly version: string
    readonly hash: string
    readonly status: string
    readonly since: string
  }[]
}

export interface RoundView {
  readonly state:
    | { readonly kind: 'none'; readonly because: string }
    | {
        readonly kind: 'open'
        readonly round: Round
        /** Of the draft. */
        readonly hash: string
        /** Who looks, so that their own words can be taken back. */
        readonly me: ParticipantId
      }
  readonly did: 'said' | null
  readonly problem: string | null
  readonly typed: TypedInRound | null
}

/** What somebody typed into a form of the round that was refused. */
export interface TypedInRound {
  readonly form: 'comment' | 'propose'
  readonly clause: ClauseId | null
  readonly fields: Readonly<Record<string, string>>
}

export interface AnswersView {
  readonly round: Round
  readonly hash: string
  readonly problem: string | null
  readonly typed: { readonly proposal: ProposalId; readonly reason: string } | null
}

export interface CompareView {
  readonly state:
    | { readonly kind: 'none' }
    | {
        readonly kind: 'open'
        readonly version: string
        readonly changes: CharterDiff
        readonly unanswered: number
        /** Why the adopted changes cannot all be made. */
        readonly problem: string | null
      }
    | {
        readonly kind: 'closed'
        readonly charter: Charter
        readonly hash: string
        /** Null: the draft is not at hand. */
        readonly changes: CharterDiff | null
      }
}

export interface RatifyView {
  readonly state:
    | { readonly kind: 'not-open'; readonly because: string }
    | {
        readonly kind: 'open'
        readonly charter: Charter
        readonly hash: string
        readonly plan: RatificationPlan
        readonly voted: number
        readonly soFar: SoFar
        /** Whether this person is among those whose votes are counted. */
        readonly counts: boolean
        /** What this person said, if they did. */
        readonly mine: 'yes' | 'no' | 'abstain' | null
        /** What this person wrote against clauses, and against the whole (null), just now or with their last vote. */
        readonly written: ReadonlyMap<ClauseId | null, string>
      }
    | { readonly kind: 'closed'; readonly charter: Charter; readonly ratification: Ratification }
  readonly problem: string | null
}

export interface ChatTurn {
  /** `trouble`: no answer came, for a reason that the text says; nothing was decided and nothing recorded. */
  readonly by: 'person' | 'assistant' | 'trouble'
  readonly text: string
  /** For the assistant: the decision it came with. */
  readonly decision: DecisionRecord | null
  /** What became of a held answer since, in words; null while it waits, and for everything else. */
  readonly became: string | null
}

export interface ChatView {
  readonly charter: Charter | null
  readonly model: { readonly name: string; readonly scripted: boolean }
  readonly turns: readonly ChatTurn[]
  readonly dials: ReadonlyMap<ClauseId, number>
  /** The decision explained beside the talk: the last, or the one asked for. */
  readonly why: WhyView | null
  /** Things to try, so that a visitor sees send, refuse and hold. */
  readonly tries: readonly { readonly label: string; readonly text: string }[]
  readonly switchedOff: string | null
  readonly problem: string | null
}

export interface WhyView {
  readonly record: DecisionRecord
  readonly charter: Charter
  /** A hold that nobody answered: when its time is over, and whether it is. */
  readonly waits: { readonly until: string; readonly over: boolean } | null
  /** A hold somebody answered. */
  readonly answer: {
    readonly answer: 'approved' | 'denied'
    readonly reason: string
    readonly at: string
  } | null
  readonly audit: { readonly audit: Audit; readonly at: string } | null
}

export interface DeskView {
  readonly on: boolean
  readonly switchSays: string
  /** Somebody asked to switch on and a second person must confirm. */
  readonly onAskedBy: string | null
  readonly charter: { readonly version: string; readonly hash: string } | null
  readonly waiting: readonly HeldView[]
  readonly open: HeldView | null
  readonly decisions: readonly {
    readonly record: DecisionRecord
    readonly at: string
    readonly request: string | null
    readonly answer: 'approved' | 'denied' | null
  }[]
  readonly counts: Readonly<Record<string, number>>
  readonly at: string
  readonly problem: string | null
  /** The reason that was typed when the problem arose. */
  readonly draft: string
}

export interface HeldView {
  readonly record: DecisionRecord
  readonly at: string
  /** After this nothing happens any more. */
  readonly until: string
  readonly request: string | null
  readonly reply: string | null
  readonly toolCalls: readonly { readonly name: string; readonly arguments: string }[]
  readonly digest: string
}

export interface FindingsView {
  /** The charter in force. */
  readonly charter: Charter | null
  readonly audit: { readonly audit: Audit; readonly at: string } | null
}
