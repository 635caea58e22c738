import { expect, test } from 'vitest'
import type { ListeningRecord, Statement } from '../../../listen/index.ts'
import { frameOf, statementOf } from '../../../web/worlds.case.ts'
import type { Site } from '../context.ts'
import { digestOfKey } from '../session.ts'
import { say } from './say.tsx'

test('of two operators who decide on a statement at once, the second learns that it is decided', async () => {
  const { assembly } = frameOf()
  const statements: Statement[] = [statementOf('It waits.', { moderation: 'waiting' })]
  const site = {
    operators: [{ name: 'operator 1', digest: digestOfKey('key') }],
    journal: {
      store: { assemblies: async () => [assembly], listening: async () => ({ statements: [...statements] }) },
      commit: async ([{ records }]: [{ records: (ListeningRecord & Statement)[] }]) => {
        statements.splice(0, 1, records[0]!)
      },
    },
  } as unknown as Site
  const decided = async (moderation: string) =>
    say(site).request(`/a/${assembly.id}/moderate`, {
      method: 'POST',
      headers: { cookie: 'parley-operator=key', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ statement: 's1', moderation }).toString(),
    })
  const [first, second] = await Promise.all([decided('shown'), decided('removed')])
  expect([first.status, second.status]).toEqual([303, 400])
  expect(statements).toMatchObject([{ moderation: 'shown' }])
})
