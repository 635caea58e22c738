import { beforeAll, describe, expect, test } from 'vitest'
import { sampleCharter } from '../../app/sample/study.case.ts'
import { amendedFixture, charterFixture } from '../../charter/charter.fixture.ts'
import { type Charter, check, contentHash } from '../../charter/index.ts'
import { type GroupId, id, wilson } from '../../kernel/index.ts'
import type { Audit } from '../../verify/index.ts'
import { sampleFrame } from '../sample-world.case.ts'
import type { CharterView } from '../views.ts'
import {
  draftView,
  failedView,
  noCharterView,
  quorumNotMetView,
  ratifiedView,
  rejectedView,
  secondView,
  viewOf,
  votingView,
} from './charter/views.case.ts'
import { CharterPage } from './charter.tsx'
import { actions, read, sent } from './read.case.ts'

const page = (
  view: Parameters<typeof CharterPage>[0]['view'],
  role: 'participant' | 'operator' = 'participant',
) => String(<CharterPage frame={sampleFrame(role)} view={view} />)

let inForce: CharterView
// Drawing the sample takes seconds where other suites run beside it.
beforeAll(async () => {
  inForce = await ratifiedView()
}, 60_000)

describe('a charter in force', () => {
  test('says every clause, its reason and its dissent, verbatim', () => {
    const view = inForce
    const said = read(page(view))
    const { principles, rulings, contested, cannotHonour, unknowns } = view.charter as Charter
    for (const { text, because } of principles) {
      expect(said).toContain(text)
      expect(said).toContain(because)
    }
    for (const { prefer, over } of rulings) expect(said).toContain(`${prefer.text} over ${over.text}`)
    for (const clause of [...principles, ...rulings, ...contested])
      for (const { words } of clause.dissent) for (const one of words) expect(said).toContain(`“${one}”`)
    for (const { text } of cannotHonour) expect(said).toContain(text)
    for (const { says, wouldSettle } of unknowns) {
      expect(said).toContain(says)
      expect(said).toContain(wouldSettle)
    }
  })

  test('says since when, by which vote and until when', () => {
    const said = read(page(inForce))
    expect(said).toContain('In force since 3 June 2026')
    expect(said).toContain('Ratified by 67 % (62–72) 412 of 600 voted')
    expect(said).toContain('A 60 % · B 78 % · C 63 %')
    expect(said).toContain('Next review 3 December 2026')
    expect(said).toContain('reviewed by 3 June 2027')
    expect(said).toContain('Somebody of group B, against it “Too much in it is left for later.”')
  })

  test('says beside each clause how few added ballots would overturn it, and what that leaves out', () => {
    const said = read(page(viewOf(charterFixture)))
    expect(said).toContain('8 added ballots against it could take this floor away, counted in group C')
    expect(said).toContain('Added ballots cannot overturn it. It is entrenched by law.')
    expect(said).toContain('At least 3 added ballots agreeing with other statements would be needed')
    expect(said).toContain('how many would be enough is not known')
    expect(said).toContain(
      'The say of group C rests on people who came through one invitation batch or link.',
    )
    expect(said).not.toContain('a link passed on')
    expect(said).toContain('3 added people could be enough to end any floor or ruling')
  })

  test('puts what was found beside each clause; untested is unknown', () => {
    const html = page(inForce)
    const card = (id: string) => read(html.split(`aria-labelledby="clause-${id}"`)[1]?.split('</article>')[0])
    expect(card('R2')).toContain('broken 1 of 3 trials broke it.')
    expect(card('P1')).toContain('kept None of 3 trials broke it')
    expect(card('P11')).toMatch(/unknown Sycophancy\/gives-in: 6 of 6 .* Sycophancy\/stubborn: 6 of 6/)
    expect(card('P10')).toContain('unknown Not tested: no probe tests it.')
  })

  test('an audit of another version says nothing of this one', () => {
    const html = page({ ...inForce, audit: { ...(inForce.audit as Audit), charter: 'sha256:0' } })
    expect(html).not.toContain('class="tag kept">kept')
    expect(read(html)).toContain('unknown The last audit tested another version.')
  })

  test('one that was replaced says so and offers no dials', () => {
    const view = inForce
    const later = { version: '1.1', hash: 'sha256:later', status: 'ratified', since: '2026-07-01' }
    const html = page({ ...view, versions: [later, ...view.versions] })
    expect(read(html)).toContain('Version 1.1 is in force.')
    expect(html).toContain('/charter?version=sha256%3Alater')
    expect(read(html)).not.toContain('Set your dials')
  })

  test('its file is the file of this very version', () => {
    const view = inForce
    expect(page(view)).toContain(`/charter.yaml?version=${encodeURIComponent(view.hash)}`)
  })
})

describe('before and after the vote', () => {
  test('a draft binds nobody, is kept by nobody, and only operators open the vote', () => {
    const view = draftView()
    expect(read(page(view))).toContain('A draft: it binds nobody')
    expect(page(view)).not.toContain('class="tag kept">kept')
    expect(actions(page(view))).toEqual([])
    expect(actions(page(view, 'operator'))).toEqual([
      '/a/city-helpline/round/open',
      '/a/city-helpline/charter/open',
    ])
    expect(sent(page(view, 'operator'), 'hash')).toEqual([view.hash, view.hash])
  })

  test('a draft that people talk about leads to its round, and one that was amended to what took its place', () => {
    const open = page({ ...draftView(), round: { kind: 'open' } }, 'operator')
    expect(open).toContain('href="/a/city-helpline/round"')
    expect(actions(open)).toEqual([])
    const by = { version: '1.1', hash: 'sha256:11' }
    const amended = page({ ...draftView(), round: { kind: 'amended', by } }, 'operator')
    expect(read(amended)).toContain('Version 1.1 took its place')
    expect(actions(amended)).toEqual([])
  })

  test('what a round left says itself: answers with reasons, and objections beside their clauses', () => {
    const charter = { ...sampleCharter(), round: amendedFixture.round }
    const said = read(page(viewOf(charter)))
    for (const { reason, because } of charter.round.proposals) {
      expect(said).toContain(`Answered because: ${reason}`)
      expect(said).toContain(because)
    }
    const [clause] = page(viewOf(charter)).split('id="clause-R1"').slice(1)
    expect(read(clause?.split('</article>')[0])).toContain('“Ask me before you call anybody.”')
    expect(read(page(draftView()))).toContain('No round was held')
  })

  test('a failed check keeps the vote closed and lists what to do', () => {
    const view = failedView()
    const errors = check(view.charter as Charter).filter(({ severity }) => severity === 'error')
    expect(errors.length).toBeGreaterThan(1)
    const html = page(view, 'operator')
    expect(actions(html)).toEqual([])
    expect(read(html)).toContain(`There is a problem: ${errors.length} checks failed`)
    for (const { says, path } of errors) expect(read(html)).toContain(`${says} ${path}`)
    expect(read(html)).toContain('The charter does not say what is unknown. That is a gap, not an answer.')
  })

  test('while the vote is open it leads there, and only operators close it', () => {
    const view = votingView()
    expect(page(view)).toContain('href="/a/city-helpline/ratify"')
    expect(actions(page(view))).toEqual([])
    expect(actions(page(view, 'operator'))).toEqual(['/a/city-helpline/charter/close'])
    expect(sent(page(view, 'operator'), 'hash')).toEqual([view.hash])
    expect(read(page(view))).not.toContain('Nobody has voted')
  })

  test('rejected and too few voted are told apart', () => {
    expect(read(page(rejectedView()))).toContain('Rejected: it binds nobody')
    const few = read(page(quorumNotMetView()))
    expect(few).toContain('Too few voted: it binds nobody')
    expect(few).not.toContain('Rejected')
  })

  test('no charter and no such version are told apart', () => {
    expect(read(page(noCharterView()))).toContain('There is no charter yet')
    const versions = draftView().versions
    const said = read(page({ ...noCharterView(), versions }))
    expect(said).toContain('There is no such version')
    expect(said).toContain('Version 1.0')
  })
})

describe('what changed', () => {
  test('words that went and came, reversals, and who bears the cost', () => {
    const html = page(secondView())
    const said = read(html)
    expect(html).toMatch(/<del dir="auto">What cannot be undone waits for a person\.<\/del>/)
    expect(html).toMatch(
      /<ins dir="auto">What cannot be undone waits for a person, whatever it costs\.<\/ins>/,
    )
    expect(said).toContain('R1 is reversed: the other value gives way.')
    expect(said).toContain('P3, a floor, went. Helps A, B and C.')
    expect(said).toContain('R1, group A: it gained before, it bore the cost now.')
    expect(said).toContain('ratificationPlan.quorum')
  })

  test('nothing before it, and what came before not at hand, are told apart', () => {
    expect(read(page(draftView()))).toContain('It follows no other version')
    expect(read(page({ ...secondView(), changes: null }))).toContain('What changed is not known')
  })
})

test('where nobody compared two values it is open which gives way, and no share is drawn', () => {
  const charter = sampleCharter()
  const open = charter.contested.find((one) => one.kind === 'ruling' && one.support.overall.n === 0)
  const card = page(viewOf(charter)).split(`aria-labelledby="clause-${open?.id}"`)[1]?.split('</article>')[0]
  const said = read(card ?? '')
  expect(said).toContain('unknown')
  expect(said).toMatch(/ or /)
  expect(said).toContain('Nobody compared these two Which should give way')
  expect(said).toContain('not shown. 0 people compared, we need 20.')
  expect(said).not.toMatch(/ over |in 100|line marks half|Declared rules/)
})

test('few people are not shown, and not named by their group', () => {
  const charter = sampleCharter()
  const [first, ...principles] = charter.principles
  if (first === undefined) throw new Error('the sample has no principle')
  const small: GroupId = id('C')
  const few: Charter = {
    ...charter,
    groups: charter.groups.map((group) => (group.id === small ? { ...group, people: 19 } : group)),
    principles: [
      {
        ...first,
        support: { ...first.support, groups: { ...first.support.groups, [small]: wilson(7, 19) } },
        dissent: [{ group: small, share: wilson(12, 19), heard: 'words', words: ['No.'], more: 0 }],
      },
      ...principles,
    ],
  }
  const card = page(viewOf(few)).split('aria-labelledby="clause-P1"')[1]?.split('</article>')[0] ?? ''
  expect(read(card)).toContain('Not shown 19 asked, we need 20')
  expect(read(card)).toContain('What people of a small group said against it “No.”')
  expect(read(card)).not.toMatch(/63 %|37 %|group C/)
})

test('what people wrote is text, wherever it stands', () => {
  const hostile = '</h3><script>alert(1)</script><img src=x onerror=alert(1)>" onload="x'
  const charter = sampleCharter()
  const marked = JSON.parse(
    JSON.stringify(charter, (key, value) =>
      ['text', 'because', 'title', 'says', 'wouldSettle', 'label', 'question', 'pattern'].includes(key) &&
      typeof value === 'string'
        ? hostile
        : key === 'words'
          ? value.map(() => hostile)
          : value,
    ),
  ) as Charter
  const view = { ...draftView(), charter: marked, hash: contentHash(marked) }
  const html = page(view)
  expect(html).not.toMatch(/<script>|<img|" onload=/)
  expect(read(html).split('<script>alert(1)</script>').length).toBeGreaterThan(40)
})

describe('what is proved of the choice', () => {
  const slates = (html: string) => read(html.split('id="proved"')[1]?.split('</section>')[0] ?? '')

  test('stands rule by rule: proved, failing with how many people, or unknown', () => {
    const said = slates(page(viewOf(charterFixture)))
    expect(said).toContain('118 people had a say in 4 places.')
    expect(said).toContain(
      'Equal shares (in force) proved Strong proportionality (EJR+). Nobody could claim a place.',
    )
    expect(said).toContain(
      'fails Strong proportionality (EJR+). 31 people agree with statement 35, and each has fewer than 1 place, which they are enough for',
    )
    expect(said).toMatch(
      /fails Nobody would rather leave \(core\)\. 31 people would each rather have statement 35, and/,
    )
    expect(said).toContain('unknown Nobody would rather leave (core). Nobody was found who would')
    expect(said).toContain('npx parley charter verify FILE')
  })

  test('says how far a lottery could be from the best one', () => {
    const lots = structuredClone(charterFixture)
    const shares = { [id<'statement'>('33')]: 1e9 }
    lots.certificates.slates[0]!.lottery = { kind: 'nash-welfare', shares, gap: 990 }
    lots.certificates.slates[1]!.lottery = { kind: 'maximal-lottery', shares, exploitability: 12 }
    const said = slates(page(viewOf(lots)))
    expect(said).toContain(
      'no group could give each of its members more than 0.099 % more than the mix does.',
    )
    expect(said).toContain('by a lead of more than 12 people in a million who can tell.')
  })

  test('tells no number of people under twenty, and says where there is no proof file', () => {
    const few = structuredClone(charterFixture)
    few.certificates.slates[0]!.ejrPlus.closest!.people = 19
    few.certificates.proof = null
    const said = slates(page(viewOf(few)))
    expect(said).toContain('Closest to it: Fewer than 20 people agree with “\u2068It may remember me')
    expect(said).toContain('No proof file was written')
  })
})
