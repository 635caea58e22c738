import type { IForbiddenRuleType } from 'dependency-cruiser'

/** Left to right, as the values flow. A folder may look left, never right. */
export const FLOW = [
  'kernel',
  'listen',
  'map',
  'classify',
  'negotiate',
  'charter',
  'learn',
  'govern',
  'verify',
  'interpret',
  'publish',
  'io',
  'web',
  'app',
]

const PURE = FLOW.slice(0, FLOW.indexOf('io'))

const nothingToTheRight: IForbiddenRuleType[] = FLOW.slice(0, -1).map((folder, at) => ({
  name: `${folder}-looks-left-only`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: `^src/(${FLOW.slice(at + 1).join('|')})/` },
}))

const throughTheFrontDoor: IForbiddenRuleType = {
  name: 'stages-meet-at-index',
  comment: 'a stage is used through its index.ts; kernel is shared words, open to all',
  severity: 'error',
  from: { path: '^src/([^/]+)/' },
  to: { path: '^src/(?!kernel/|io/|web/)([^/]+)/(?!index\\.ts$)', pathNot: '^src/$1/' },
}

/** A verifier that used the search would repeat its faults: nothing it reaches, at whatever distance, negotiates. */
const verifierApart: IForbiddenRuleType = {
  name: 'proofs-are-verified-apart',
  comment: 'src/charter/proof counts certificates again; it may use neither rules nor drafts',
  severity: 'error',
  from: { path: '^src/charter/proof/' },
  to: { path: '^src/(negotiate|charter/draft)', reachable: true },
}

export const forbidden: IForbiddenRuleType[] = [
  ...nothingToTheRight,
  throughTheFrontDoor,
  verifierApart,
  {
    name: 'pure-stages-touch-nothing',
    comment: 'no clock, chance, network, file, console or process; digests come through kernel/digest.ts',
    severity: 'error',
    from: { path: `^src/(${PURE.join('|')})/`, pathNot: '^src/kernel/digest\\.ts$' },
    to: { dependencyTypes: ['core'] },
  },
  { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
  {
    name: 'no-orphans',
    severity: 'error',
    from: { orphan: true, path: '^src/' },
    to: {},
  },
]
