import { canonical, type Verdict } from '../../kernel/index.ts'
import type { CastVote } from '../../listen/index.ts'
import type { Charter } from '../schema.ts'
import { votesDigest } from '../votes-digest.ts'
import { type CountedBallot, recounted, sameBallots } from './ballots.ts'
import { verifyCore } from './core.ts'
import { type Counting, everybody } from './count.ts'
import { verifyEjrPlus } from './ejr-plus.ts'
import { finding, type ProofFinding, unlessBroken } from './finding.ts'
import { verifyLottery } from './lottery.ts'
import { recountedPairs } from './pairs.ts'
import { type Proof, proofDigest } from './proof.ts'

/** What a reader holds against a charter: its proof file, the votes, or both. */
export interface Evidence {
  /** The file, byte for byte, and what it says. */
  readonly proof: { readonly file: string; readonly proof: Proof } | null
  readonly votes: readonly CastVote[] | null
}

export interface CertificatesVerdict {
  /** `kept` only where something was claimed and all of it was borne out. */
  readonly verdict: Verdict
  readonly findings: readonly ProofFinding[]
  /** Properties of which the charter itself says that nothing is known. */
  readonly open: readonly string[]
}

/**
 * Whether what a charter says is certified of its slates is so: counted again from a proof file, from the votes, or from
 * both, by code that knows no rule and shares nothing with the search for certificates.
 *
 * A proof alone shows what follows from its ballots. That these are the ballots that people cast, only the votes show.
 *
 * Source: this project, ADR 0057.
 */
export function verifyCertificates(charter: Charter, evidence: Evidence): CertificatesVerdict {
  const about = [proofFinding(charter, evidence), votesFinding(charter, evidence)].filter(
    (one) => one !== null,
  )
  const isSound = about.every(({ verdict }) => verdict !== 'broken')
  const ballots = isSound ? ballotsOf(charter, evidence) : null
  const findings = [...about, ...(ballots === null ? [] : peopleFinding(charter, ballots))]
  const { slates } = charter.certificates
  const judged = slates.flatMap((_, at) =>
    ballots === null
      ? [finding('unknown', `certificates.slates[${at}]`, NOT_HERE)]
      : slateFindings(charter, { at, ballots, evidence }),
  )
  const all = [...findings, ...judged]
  return {
    verdict: worst(judged.length === 0 ? [...all, finding('unknown', 'certificates', NOT_HERE)] : all),
    findings: all,
    open: slates.flatMap(({ rule, core }, at) =>
      core.outcome === 'not-certified'
        ? [`certificates.slates[${at}].core of ${rule}: ${OPEN[core.because]}`]
        : [],
    ),
  }
}

const NOT_HERE = 'The ballots that prove it are not here: give the proof file, or the votes.'

const NOBODY = 'Nobody has a ballot, so there is nothing that could bear a claim out.'

const OPEN = {
  'not-found': 'neither proved nor disproved, as the charter says',
  'too-large': 'too many ballots to try, as the charter says',
} as const

/** Whether the proof is the one that the charter names, and speaks of the same slates. */
function proofFinding({ certificates, method, assembly }: Charter, { proof }: Evidence): ProofFinding | null {
  if (proof === null) return null
  const { votes, seats, candidates, slates, ballots } = proof.proof
  const standing = new Set(candidates)
  const own = certificates.slates.map(({ rule, slate }) => ({ rule, slate }))
  const same = (a: unknown, b: unknown) => canonical(a) === canonical(b)
  return unlessBroken('certificates.proof', 'The proof is the one that the charter names.', [
    ...(proofDigest(proof.file) === certificates.proof
      ? []
      : ['The proof is not the one that the charter names.']),
    ...(votes === assembly.votesDigest ? [] : ['The proof is of other votes.']),
    ...(seats === method.seats ? [] : [`The proof is for ${seats} seats, the charter has ${method.seats}.`]),
    ...(same(candidates, certificates.candidates) ? [] : ['The proof has other candidates.']),
    ...(same(slates, own) ? [] : ['The proof is of other slates.']),
    ...(ballots.every(({ agree }) => agree.every((statement) => standing.has(statement)))
      ? []
      : ['A ballot of the proof agrees with what could not be seated.']),
  ])
}

/** Whether the votes are those that the charter was drafted from, and the proof has their ballots. */
function votesFinding({ certificates, assembly }: Charter, { proof, votes }: Evidence): ProofFinding | null {
  if (votes === null) return null
  const own = proof === null ? null : countedIn(proof.proof)
  return unlessBroken('assembly.votesDigest', 'The votes are those that the charter was drafted from.', [
    ...(votesDigest(votes) === assembly.votesDigest
      ? []
      : ['The votes are not those that the charter was drafted from.']),
    ...(own === null || sameBallots(own, recounted(votes, certificates.candidates))
      ? []
      : ['The ballots of the proof are not those of the votes.']),
    ...(proof === null || proof.proof.pairs.length === 0 || samePairs(proof.proof, votes)
      ? []
      : ['Who prefers what is not in the proof as in the votes.']),
  ])
}

const ballotsOf = ({ certificates }: Charter, { proof, votes }: Evidence): readonly CountedBallot[] | null =>
  proof !== null ? countedIn(proof.proof) : votes !== null ? recounted(votes, certificates.candidates) : null

const samePairs = ({ pairs, candidates }: Proof, votes: readonly CastVote[]): boolean =>
  canonical(pairs) === canonical(recountedPairs(votes, candidates))

const countedIn = ({ ballots }: Proof): readonly CountedBallot[] =>
  ballots.map(({ people, agree }) => ({ people, agree: new Set(agree) }))

function peopleFinding({ certificates }: Charter, ballots: readonly CountedBallot[]): ProofFinding[] {
  const people = everybody(ballots)
  if (people !== certificates.people) {
    const says = `The ballots are of ${people} people, the charter says ${certificates.people}.`
    return [finding('broken', 'certificates.people', says)]
  }
  return people === 0 ? [finding('unknown', 'certificates.people', NOBODY)] : []
}

interface Held {
  readonly at: number
  readonly ballots: readonly CountedBallot[]
  readonly evidence: Evidence
}

function slateFindings({ certificates, method }: Charter, { at, ballots, evidence }: Held): ProofFinding[] {
  const { rule, slate, ejrPlus, core, lottery } = certificates.slates[at]!
  const path = `certificates.slates[${at}]`
  const counting: Counting = { ballots, candidates: certificates.candidates, slate, seats: method.seats }
  const named = ({ says, ...found }: ProofFinding) => ({ ...found, says: `${rule}: ${says}` })
  const { proof, votes } = evidence
  const paying = { rule, ballots: proof?.proof.ballots ?? null }
  const drawing = { rule, counting, pairs: proof?.proof.pairs ?? null, votes }
  const found = verifyCore(core, counting, paying, `${path}.core`)
  return [
    ...slateFinding(counting, path),
    verifyEjrPlus(ejrPlus, counting, `${path}.ejrPlus`),
    ...(found === null ? [] : [found]),
    ...verifyLottery(lottery, drawing, `${path}.lottery`),
  ].map(named)
}

/** More statements than there are seats would please everybody, and prove nothing. */
function slateFinding({ slate, candidates, seats }: Counting, path: string): ProofFinding[] {
  const isSlate =
    slate.length <= seats &&
    new Set(slate).size === slate.length &&
    slate.every((statement) => candidates.includes(statement))
  return isSlate ? [] : [finding('broken', `${path}.slate`, `It is no choice of ${seats} candidates.`)]
}

const worst = (findings: readonly ProofFinding[]): Verdict =>
  findings.some(({ verdict }) => verdict === 'broken')
    ? 'broken'
    : findings.some(({ verdict }) => verdict === 'unknown')
      ? 'unknown'
      : 'kept'
