import { describe, expect, test } from 'vitest'
import { groupCommit } from './group-commit.ts'

describe('group commit', () => {
  test('what arrives during a commit shares the next, in order', async () => {
    const groups: (readonly string[])[] = []
    const release: (() => void)[] = []
    const group = groupCommit<string, string>(async (items) => {
      groups.push(items)
      await new Promise<void>((resolve) => release.push(resolve))
      return items.map((item) => item.toUpperCase())
    })
    const first = group.add(['a'])
    await null
    await null
    const rest = [group.add(['b', 'c']), group.add([]), group.add(['d'])]
    release[0]?.()
    expect(await first).toEqual(['A'])
    await null
    release[1]?.()
    expect(await Promise.all(rest)).toEqual([['B', 'C'], [], ['D']])
    expect(groups).toEqual([['a'], ['b', 'c', 'd']])
    await group.idle()
  })

  test('one failure refuses its group, all that wait and all that come, with one error', async () => {
    let commits = 0
    const group = groupCommit<number, number>(async (items) => {
      commits++
      await null
      if (items.includes(2)) throw new Error('no room')
      return items
    })
    expect(await group.add([1])).toEqual([1])
    const refused = [group.add([2]), group.add([3])]
    const results = await Promise.allSettled(refused)
    const later = await group.add([4]).catch((error: unknown) => error)
    expect(results).toEqual(refused.map(() => ({ status: 'rejected', reason: later })))
    expect(group.failure()).toBe(later)
    expect(commits).toBe(2)
  })

  test('refusing from outside lets the commit under way end', async () => {
    const group = groupCommit<number, number>(async (items) => {
      await null
      return items
    })
    const running = group.add([1])
    await null
    const because = new Error('closed')
    expect(group.fail(because)).toBe(because)
    expect(group.fail(new Error('later'))).toBe(because)
    expect(await running).toEqual([1])
    await expect(group.add([2])).rejects.toBe(because)
  })
})
