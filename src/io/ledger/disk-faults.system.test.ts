import { describe, expect, test } from 'vitest'
import { busyDay, expectKept } from './crash.case.ts'
import { type Fault, memoryDisk } from './memory-disk.case.ts'

const FAULTS: readonly Fault[] = [
  { kind: 'error', code: 'EIO' },
  { kind: 'error', code: 'ENOSPC' },
  { kind: 'torn', code: 'EIO' },
  { kind: 'torn', code: 'ENOSPC' },
]

/** How many calls of the disk a whole day takes. */
async function callsOfADay(): Promise<number> {
  const disk = memoryDisk()
  const told = await busyDay(disk)
  const calls = disk.calls()
  expect(told.acknowledged.size).toBe(9)
  expect(told.erasure).toEqual({ index: 1, acknowledged: true })
  await expectKept(disk, [told], 'a day without a fault')
  return calls
}

describe('a disk that fails once', () => {
  test.each(FAULTS)('$kind $code at any call of a day: nothing is half-acknowledged', async (fault) => {
    const calls = await callsOfADay()
    expect(calls).toBeGreaterThan(60)
    for (let call = 1; call <= calls; call++) {
      const disk = memoryDisk()
      disk.failAt(call, fault)
      const told = await busyDay(disk)
      disk.heal()
      await expectKept(disk, [told], `call ${call}`)
    }
  })

  test.each(FAULTS)('$kind $code at any of the first 60 calls after a power loss', async (fault) => {
    for (let call = 1; call <= 60; call++) {
      const disk = memoryDisk()
      const monday = await busyDay(disk)
      disk.powerLoss(`before ${call}`)
      disk.failAt(call, fault)
      const tuesday = await busyDay(disk, 'tuesday')
      disk.heal()
      await expectKept(disk, [monday, tuesday], `call ${call}`)
    }
  })
})

test('a failed sync, then a restart, then a power loss: nothing told on either day is lost', async () => {
  const calls = await callsOfADay()
  for (let call = 1; call <= calls; call++)
    for (let seed = 0; seed < 3; seed++) {
      const disk = memoryDisk()
      disk.failAt(call, { kind: 'error', code: 'EIO' })
      const monday = await busyDay(disk)
      disk.heal()
      const tuesday = await busyDay(disk, 'tuesday')
      disk.powerLoss(`${call}/${seed}`)
      await expectKept(disk, [monday, tuesday], `EIO at call ${call}, seed ${seed}`)
    }
})

test('killed at any call, then the power lost at another: nothing told on either day is lost', async () => {
  const calls = await callsOfADay()
  for (let call = 1; call <= calls; call++)
    for (let seed = 0; seed < 3; seed++) {
      const disk = memoryDisk()
      disk.failAt(call, { kind: 'off' })
      const monday = await busyDay(disk)
      disk.heal()
      disk.failAt(1 + ((call * 7 + seed * 41) % calls), { kind: 'off' })
      const tuesday = await busyDay(disk, 'tuesday')
      disk.powerLoss(`${call}/${seed}`)
      await expectKept(disk, [monday, tuesday], `killed at call ${call}, seed ${seed}`)
    }
})

test('power lost at any call, any of the unsynced bytes kept: the ledger opens and nothing told is lost', async () => {
  const calls = await callsOfADay()
  let cuts = 0
  for (let call = 1; call <= calls; call++)
    for (let seed = 0; seed < CUTS_PER_CALL; seed++) {
      const disk = memoryDisk()
      disk.failAt(call, { kind: 'off' })
      const told = await busyDay(disk)
      disk.powerLoss(`${call}/${seed}`)
      await expectKept(disk, [told], `power off at call ${call}, seed ${seed}`)
      cuts++
    }
  expect(cuts).toBeGreaterThan(1000)
})

const CUTS_PER_CALL = 10
