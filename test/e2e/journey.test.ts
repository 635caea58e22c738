import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { chromiumPath } from './browser.ts'
import { walked } from './walked.ts'

/** From ballot to gateway to report, as people walk it. */
const HOME = '/a/city-helpline'

describe.skipIf(chromiumPath === null)('the walk', () => {
  const site = walked()

  const open = async (path: string, javaScriptEnabled: boolean) => {
    const context = await site.browser.newContext({
      viewport: { width: 390, height: 844 },
      javaScriptEnabled,
    })
    const page = await context.newPage()
    await page.goto(`${site.server.address}${path}`)
    return page
  }
  const main = (page: Page) => page.locator('main').innerText()

  test('from cases to rulings in force: one contested, a circle, dissent word for word, and what people wish', async () => {
    const page = await open(`${HOME}/conflicts`, false)
    expect(await main(page)).toContain('Probable conflict')
    await page.getByRole('link', { name: 'Take it to negotiation' }).click()
    expect(await main(page)).toMatch(/1 circle: no value comes first everywhere/i)
    expect(await main(page)).toMatch(/what plain training would do: /i)
    await page.goto(`${site.server.address}${HOME}/charter`)
    const front = await page.locator('header.front').innerText()
    expect(front).toMatch(/Participants 18 of 19 clauses · the operator 0 · the law 1/)
    const rulings = page.locator('#rulings')
    const inForce = rulings.locator('article', { hasNotText: 'contested' })
    expect(await inForce.count()).toBeGreaterThan(1)
    expect(await rulings.locator('article', { hasText: 'contested' }).count()).toBeGreaterThan(0)
    const said = await rulings.innerText()
    expect(said).toMatch(/1 circle: no value comes first everywhere/i)
    expect(said).toContain('It should not send men in uniform to my house because of a word I used.')
    expect(said).toMatch(/wish they felt otherwise/)
    expect(said).toMatch(/to 1 \(\d+\.\d to \d+\.\d\), log-odds/)
  })

  test('a participant without scripts begins, votes, says more, takes it back and erases', async () => {
    const page = await open('/', false)
    await page
      .getByRole('link', { name: /begin|vote/i })
      .first()
      .click()
    const first = await page.locator('h1').innerText()
    await page.getByRole('button', { name: 'Agree', exact: true }).click()
    expect(await page.getByRole('status').innerText()).toContain('Saved. You agreed')
    expect(await page.locator('h1').innerText()).not.toBe(first)
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(await page.getByRole('status').innerText()).toMatch(/taken back|undone/i)
    for (const answer of ['Disagree', 'Pass', 'Agree'])
      await page.getByRole('button', { name: answer, exact: true }).click()
    await page.goto(`${site.server.address}${HOME}/mine`)
    expect(await page.getByRole('link', { name: /receipt/i }).count()).toBe(3)
    await page.getByText('Erase everything I gave').click()
    await page.getByRole('button', { name: 'Erase', exact: true }).click()
    expect(await main(page)).toMatch(/erased/i)
    await page.context().close()
  })

  test('the keys of the ballot vote, and only there', async () => {
    const page = await open(`${HOME}/vote`, true)
    await page.getByRole('button', { name: 'Agree', exact: true }).focus()
    await page.keyboard.press('3')
    await page.waitForURL(/did=saved/)
    expect(await page.getByRole('status').innerText()).toContain('disagreed')
    await page.context().close()
  })

  test('a person talks, and sees what was sent, refused and held, and why', async () => {
    const page = await open(`${HOME}/chat`, false)
    expect(await main(page)).toContain('these answers are scripted')
    await page.getByRole('button', { name: 'Rent arrears' }).click()
    expect(await main(page)).toMatch(/Sent/i)
    await page.getByRole('button', { name: 'Ask it to pose as a clerk' }).click()
    const asked = await main(page)
    expect(asked).toMatch(/P\d+/)
    await page.getByRole('button', { name: 'Something that cannot be undone' }).click()
    expect(await main(page)).toMatch(/waits for a person/i)
    await page.getByRole('button', { name: 'Something only a judge can check' }).click()
    expect(await main(page)).toMatch(/not checked|unknown|no judge/i)
    await page.context().close()
  })

  test('an operator approves the exact call, once, and switches everything off and on with another', async () => {
    const page = await open(site.links[0] ?? '', false)
    expect(await page.locator('h1').first().innerText()).toMatch(/desk|wait/i)
    expect(await main(page)).toContain('T-20417')
    await page.getByRole('textbox').first().fill('The signed form is on file.')
    await page
      .getByRole('button', { name: /approve/i })
      .first()
      .click()
    expect(await main(page)).toMatch(/approved/i)
    await page.getByRole('button', { name: /switch everything off/i }).click()
    expect(await main(page)).toMatch(/off/i)
    const talk = await open(`${HOME}/chat`, false)
    await talk.getByRole('button', { name: 'Rent arrears' }).click()
    expect(await main(talk)).toMatch(/switched off/i)
    await page.getByRole('textbox', { name: /why/i }).first().fill('The drill is over.')
    await page.getByRole('button', { name: /switch (it )?(back )?on/i }).click()
    const other = await open(site.links[1] ?? '', false)
    await other.getByRole('button', { name: /confirm/i }).click()
    await talk.getByRole('button', { name: 'Rent arrears' }).click()
    expect(await main(talk)).toMatch(/Sent/i)
    for (const one of [page, other, talk]) await one.context().close()
  })

  test('the map, the register, the slates, the charter, the findings and the report say what they must', async () => {
    const page = await open(`${HOME}/map`, false)
    expect(await main(page)).toMatch(/group A/i)
    await page.getByRole('link', { name: 'How sure' }).click()
    expect(await main(page)).toContain('Chosen: these are the groups of the map.')
    await page.getByRole('link', { name: 'Every statement' }).click()
    await page.getByRole('link', { name: 'What bridges' }).click()
    expect(await main(page)).toContain('What people surely agree with who usually differ')
    await page.goto(`${site.server.address}${HOME}/conflicts?standing=unalignable`)
    expect(await main(page)).toContain('world free of the influence of AI')
    await page.goto(`${site.server.address}${HOME}/conflicts?standing=conflicting`)
    expect(await main(page)).toContain('extreme transparency in conversation')
    await page.goto(`${site.server.address}${HOME}/negotiate`)
    for (const rule of ['equal shares', 'phragmén', 'agreed across groups', 'most agreed'])
      expect((await main(page)).toLowerCase()).toContain(rule)
    await page.goto(`${site.server.address}${HOME}/charter`)
    for (const part of ['Floors', 'Dials', 'Cannot honour', 'Unknown'])
      expect((await main(page)).toLowerCase()).toContain(part.toLowerCase())
    await page.goto(`${site.server.address}${HOME}/findings`)
    expect(await main(page)).toMatch(/kept[\s\S]*unknown/i)
    await page.goto(`${site.server.address}${HOME}/report`)
    expect(await main(page)).toMatch(/who chose/i)
    await page.context().close()
  })
})
