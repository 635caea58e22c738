import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { pathOf } from '../../../web/page.tsx'
import { BallotPage } from '../../../web/pages/ballot.tsx'
import { ConflictsPage } from '../../../web/pages/conflicts.tsx'
import { HomePage } from '../../../web/pages/home.tsx'
import { MapPage } from '../../../web/pages/map.tsx'
import { mediateViewOf } from '../../../web/pages/mediate/views.case.ts'
import { MediatePage } from '../../../web/pages/mediate.tsx'
import { MinePage } from '../../../web/pages/mine.tsx'
import { NegotiatePage } from '../../../web/pages/negotiate.tsx'
import { SayPage } from '../../../web/pages/say.tsx'
import { formsOf } from '../../../web/reading.case.ts'
import { frameOf, grouped, historyOf, ready, statementOf } from '../../../web/worlds.case.ts'
import type { Site } from '../context.ts'
import { charter } from './charter.tsx'
import { chat } from './chat.tsx'
import { desk } from './desk.tsx'
import { listen } from './listen.tsx'
import { mediation } from './mediate.tsx'
import { publicRecord } from './public-record.tsx'
import { round } from './round.tsx'
import { say } from './say.tsx'
import { studyPages } from './study.tsx'

/** Pages name addresses as text; here each of them must be one that somebody answers. */

// Nothing is asked of the site until a request comes.
const SITE = {} as Site
const app = new Hono()
for (const routes of [listen, say, studyPages, mediation, charter, round, chat, desk, publicRecord])
  app.route('/', routes(SITE))

const answers = (method: string, path: string): boolean =>
  app.routes.some(
    (route) =>
      route.method === method.toUpperCase() &&
      new RegExp(`^${route.path.replace(/:[^/]+/g, '[^/]+')}$`).test(path.split(/[?#]/)[0] ?? ''),
  )

const frame = frameOf({}, 'operator')
const statement = statementOf('It waits.')
const studied = ready(grouped())

const PAGES = {
  home: (
    <HomePage
      frame={frame}
      view={{
        counts: { participants: 2, statements: 1, votes: 2 },
        answered: 1,
        charter: { version: '1.0', title: 'Charter', since: '2026-06-03' },
        ratifying: { version: '1.1' },
        talking: { version: '1.2' },
      }}
    />
  ),
  mediate: <MediatePage frame={frame} view={mediateViewOf()} />,
  ballot: (
    <BallotPage
      frame={frame}
      view={{
        answered: 1,
        total: 2,
        next: { statement, shown: 1 },
        last: {
          statement,
          vote: 'pass',
          matters: null,
          secondOrder: null,
          receipt: pathOf(frame, '/receipt/1'),
        },
        notice: null,
        problem: null,
      }}
    />
  ),
  say: (
    <SayPage
      frame={frame}
      view={{ draft: '', similar: [statement], problem: null, longest: 140, waiting: [] }}
    />
  ),
  mine: (
    <MinePage
      frame={frame}
      view={{
        answers: [{ statement, vote: 'agree', receipt: pathOf(frame, '/receipt/1') }],
        other: 0,
        erased: false,
      }}
    />
  ),
  map: (
    <MapPage
      frame={frame}
      view={{ studied, groups: historyOf(), you: null, show: { kind: 'statement', statement: statement.id } }}
    />
  ),
  conflicts: (
    <ConflictsPage frame={frame} view={{ studied, standing: 'conflicting', open: null, statements: [] }} />
  ),
  negotiate: <NegotiatePage frame={frame} view={{ studied, canDraft: true }} />,
}

describe('addresses that pages name', () => {
  for (const [name, page] of Object.entries(PAGES)) {
    const html = String(page)

    test(`every form of ${name} has somebody who takes it`, () => {
      const forms = formsOf(html).map(({ method, action }) => `${method} ${action}`)
      expect(forms.filter((form) => !answers(...(form.split(' ') as [string, string])))).toEqual([])
    })

    test(`every link of ${name} leads somewhere`, () => {
      const links = [...html.matchAll(/<a [^>]*href="(\/a\/[^"]+)"/g)].map(([, href = '']) => href)
      const pages = links.filter((href) => /^\/a\/[^/]+\//.test(href))
      expect(pages.length).toBeGreaterThan(8)
      expect(pages.filter((href) => !answers('get', href))).toEqual([])
    })
  }

  test('an address that nobody answers is noticed', () => {
    expect(answers('post', '/a/city/erase')).toBe(false)
    expect(answers('get', '/a/city/nowhere')).toBe(false)
  })
})
