import { basename } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { control } from '../engine/auditors.ts'
import { openTestEngine, testPassphrase, type TestEngine } from '../engine/openTestEngine.ts'
import { tally } from './tally.ts'

/** Forwards, and back by a second, an hour, a day and years; some while the store is open, some between two openings. */
const clocks = [
  '2026-10-21T09:00:00Z',
  '2026-10-21T08:59:59Z',
  '2026-10-21T07:59:59Z',
  '2026-10-20T07:59:59Z',
  '2020-01-01T00:00:00Z',
  '2026-10-21T10:00:00Z',
  '1999-12-31T23:00:00Z',
]

let engine: TestEngine
let engagementId: string
beforeEach(async () => {
  engine = await openTestEngine()
  engine.clock.set('2026-10-21T09:00:00Z')
  ;({ engagementId } = await engine.call('engagement.create', {
    client: 'Northwind Ledger, Inc.',
    reportType: 'type2',
    period: { start: '2025-10-01', end: '2026-09-30' },
    categories: ['security'],
  }))
})
afterEach(() => engine.close())

const open = () => engine.call('store.open', { folder: engine.storeFolder, passphrase: testPassphrase })

it('keeps everything, in the order in which it was done, while the clock is set back during work and between two openings', async () => {
  const saved: string[] = []
  for (const [place, clock] of clocks.entries()) {
    engine.clock.set(clock)
    if (place % 2 === 1) {
      await engine.call('store.lock', {})
      await open()
    }
    const { controlId } = await engine.call('control.save', { engagementId, ...control, ref: `CLK-${place}` })
    await engine.call('control.save', { engagementId, controlId, ...control, ref: `CLK-${place}`, title: clock })
    await engine.call('signOff.add', { target: { entity: 'control', id: controlId }, role: 'preparer' })
    saved.push(clock)
    expect(await engine.call('store.check', { depth: 'full' })).toMatchObject({ sound: true, findings: [] })
    expect(await engine.call('journal.verify', { engagementId })).toMatchObject({ valid: true })
  }
  await engine.call('store.lock', {})
  expect(await open()).toMatchObject({ notices: [] })
  const { controls } = await engine.call('control.list', { engagementId })
  const titles = new Set(controls.map(({ title }) => title))
  const lost = saved.filter((title) => !titles.has(title))
  tally({ fault: 'a clock that is set back', rounds: clocks.length, saved: saved.length, lost: lost.length })
  expect(lost).toEqual([])
  // A second may be what two clocks stand apart; an hour is said.
  const { clockBehind } = await engine.call('journal.verify', { engagementId })
  expect(clockBehind).toMatchObject({ first: { at: '2026-10-21T07:59:59.000+00:00' } })
})

it('lets nobody wait longer for another try, because the clock was set back', async () => {
  const folder = engine.storeFolder
  await engine.call('store.lock', {})
  await expect(engine.call('store.open', { folder, passphrase: 'not the one' })).rejects.toMatchObject({
    code: 'store.wrong_passphrase',
  })
  engine.clock.set('2026-10-20T09:00:00Z')
  await expect(open()).resolves.toMatchObject({ open: true })
})

it('keeps the backup that was taken last, though its day is before those of the others', async () => {
  await engine.call('store.setBackupPlan', { daily: 1, weekly: 1 })
  await engine.call('store.backup', {})
  engine.clock.set('2026-08-01T09:00:00Z')
  const { folder } = await engine.call('store.backup', {})
  const { backups } = await engine.call('store.backups', {})
  expect(backups.map(({ name }) => name)).toContain(basename(folder))
  expect(backups).toHaveLength(2)
})
