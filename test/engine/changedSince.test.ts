import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { RunningJobs } from '../../electron/engine/runningJobs.ts'
import { standingByPaper } from '../../electron/engine/signOff/load.ts'
import { lookAhead } from '../../electron/engine/signOff/lookAhead.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { type OnePaperEach, openOnePaperEach } from './onePaperEach.ts'
import { testPassphrase } from './openTestEngine.ts'
import { openTables, withOutsideTool } from './outsideTool.ts'

let work: OnePaperEach | undefined

afterEach(async () => {
  await work?.engine.close()
  work = undefined
})

/** Every paper signed, and what each sign-off says beside the hash of the paper as it is read at this moment. */
async function openSigned() {
  work = await openOnePaperEach()
  const { engine, engagementId, papers } = work
  const unsigned = { engagementId, role: 'preparer', reason: 'unsigned', limit: 1000 } as const
  const { items } = await engine.call('review.queue', unsigned)
  for (const { target } of items) await engine.call('signOff.add', { target, role: 'preparer' })
  const verdicts = async () => {
    const { signOffs } = await engine.call('signOff.list', { engagementId })
    const rows: { words: string; changedSince: boolean; differs: boolean }[] = []
    for (const { target, words, contentSha256, changedSince } of signOffs) {
      const now = await engine.call('paper.get', { target }).catch(() => null)
      rows.push({ words, changedSince, differs: now?.contentSha256 !== contentSha256 })
    }
    return rows
  }
  const id = (name: string) => papers[name] ?? ''
  return { engine, engagementId, id, verdicts }
}

const changedIn = (rows: readonly { words: string; changedSince: boolean }[]) =>
  rows.filter(({ changedSince }) => changedSince).map(({ words }) => words)

describe('"changed since", which is remembered while nothing touches a paper', () => {
  it('is what the hash of the paper says, after each of many changes and after each was undone', async () => {
    const { engine, engagementId, id, verdicts } = await openSigned()
    const file = join(engine.folder, 'more.txt') as FileRef
    await writeFile(file, 'More.')
    const attach = (entity: 'result' | 'sampleItem' | 'subserviceReport' | 'control', target: string) => () =>
      engine.call('evidence.attach', { target: { entity, id: target }, file })
    const cell = `${id('procedureId')}:${id('sampleItemId')}:A`
    const result = { procedureId: id('procedureId'), sampleItemId: id('sampleItemId'), attribute: 'A' }
    const report = { title: 'SOC 2 Type 2', periodStart: '2025-10-01', periodEnd: '2026-08-31' }
    const steps: [string, () => Promise<unknown>][] = [
      ['a result', () => engine.call('result.record', { ...result, outcome: 'pass' })],
      ['its undo', () => engine.call('journal.undo', { engagementId })],
      ['its redo', () => engine.call('journal.redo', { engagementId })],
      ['evidence of a result', attach('result', cell)],
      ['evidence of an item', attach('sampleItem', id('sampleItemId'))],
      ['evidence of a report', attach('subserviceReport', id('reportId'))],
      ['evidence of a control', attach('control', id('controlId'))],
      ['another wording', () => engine.call('control.save', { ...control, controlId: id('controlId'), engagementId })],
      [
        'a report of a host',
        () =>
          engine.call('subservice.saveReport', {
            organisationId: id('organisationId'),
            opinion: 'qualified',
            ...report,
          }),
      ],
      ['a report that is gone', () => engine.call('subservice.removeReport', { reportId: id('reportId') })],
      [
        'a control of users',
        () =>
          engine.call('complementary.save', {
            engagementId,
            kind: 'cuec',
            text: 'Users tell of leavers.',
            criteria: [],
          }),
      ],
      ['an extension', () => engine.call('sample.extend', { sampleId: id('sampleId'), by: 2, reason: 'A deviation.' })],
      [
        'a deviation that is gone',
        () => engine.call('deviation.remove', { deviationId: id('deviationId'), reason: 'A mistake.' }),
      ],
      [
        'a note, which changes no paper',
        () => engine.call('note.open', { target: { entity: 'letter', id: id('letterId') }, text: 'Signed?' }),
      ],
    ]
    expect(changedIn(await verdicts())).toEqual([])
    for (const [what, step] of steps) {
      await step()
      const rows = await verdicts()
      expect(
        rows.filter(({ changedSince, differs }) => changedSince !== differs),
        what,
      ).toEqual([])
    }
    expect(new Set(changedIn(await verdicts()))).toEqual(
      new Set([
        'CHG-01',
        'Northgrid',
        'the engagement',
        'procedure of CHG-01',
        'sample of CHG-01 from population Change tickets',
        'a paper that was removed',
      ]),
    )
  })

  it('shows what an outside tool changed in the tables, once the store is open again', async () => {
    const { engine, verdicts } = await openSigned()
    expect(changedIn(await verdicts())).toEqual([])
    await engine.call('store.lock', {})
    await withOutsideTool(engine.storeFolder, (connection) => {
      expect(connection.prepare(`UPDATE walkthrough SET trace = 'Not traced.'`).run().changes).toBe(1)
    })
    await engine.call('store.open', { folder: engine.storeFolder, passphrase: testPassphrase })
    expect(changedIn(await verdicts())).toEqual(['walkthrough of CHG-01'])
  })

  it('is known of every paper before anybody asks, once an opened store was let to look ahead', async () => {
    const { engine, engagementId } = await openSigned()
    await engine.call('store.lock', {})
    const store = await openTables(engine.storeFolder)
    const reads = vi.spyOn(store.reader, 'all')
    const ofWalkthroughs = () => reads.mock.calls.filter(([sql]) => /FROM "?walkthrough/.test(sql)).length
    try {
      await lookAhead(store, new RunningJobs())
      expect(ofWalkthroughs()).toBe(1)
      expect(standingByPaper(store.reader, engagementId).size).toBeGreaterThan(5)
      expect(ofWalkthroughs()).toBe(1)
    } finally {
      store.close()
    }
  })

  it('is looked at no further once the store was closed', async () => {
    const { engine } = await openSigned()
    await engine.call('store.lock', {})
    const store = await openTables(engine.storeFolder)
    const ahead = lookAhead(store, new RunningJobs())
    store.close()
    await expect(ahead).resolves.toBeUndefined()
  })

  it('is not shaken by a command that failed after it had asked', async () => {
    const { engine, engagementId, id, verdicts } = await openSigned()
    await verdicts()
    const target = { entity: 'control', id: id('controlId') } as const
    await expect(engine.call('signOff.add', { target, role: 'preparer' })).rejects.toMatchObject({
      code: 'signOff.already_signed',
    })
    await engine.call('control.save', { ...control, controlId: id('controlId'), engagementId })
    expect(changedIn(await verdicts())).toContain('CHG-01')
  })
})

const control = {
  ref: 'CHG-01',
  title: 'Change approval',
  description: 'Two people approve a change before release.',
  criteria: ['CC8.1'],
  frequency: 'event' as const,
  type: 'manual' as const,
  nature: 'preventive' as const,
}
