import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { evidenceFolder } from '../../db/blobs/evidenceFolder.ts'
import type { GateCode, Milestone } from '../../shared/contract/gates.ts'
import { auditor, control, engagementOf, handOver } from './auditors.ts'
import { asOf, openCompleteFile, reportOn } from './completeFile.ts'
import { openTesting, recordAll } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine

afterEach(() => engine.close())

async function gate(engagementId: string, milestone: Milestone, code: GateCode) {
  const { milestones } = await engine.call('engagement.gates', { engagementId })
  return milestones.find((one) => one.milestone === milestone)?.gates.find((one) => one.code === code)
}

describe('what blocks an engagement', () => {
  it('is named by its paper, and is gone when the paper is done', async () => {
    const work = await openTesting()
    engine = work.engine
    const { engagementId, procedureId } = work
    // Security has 33 common criteria and availability three; the one control is mapped to CC8.1.
    await expect(gate(engagementId, 'planning', 'criterion_without_control')).resolves.toMatchObject({
      count: 35,
      text: '35 criteria in scope have no control.',
    })
    // Five items, three attributes.
    await expect(gate(engagementId, 'fieldwork', 'item_without_result')).resolves.toMatchObject({
      text: '15 cells of the test sheets have no result.',
      places: [{ entity: 'procedure', id: procedureId }],
    })
    await recordAll(engine, procedureId)
    await expect(gate(engagementId, 'fieldwork', 'item_without_result')).resolves.toBeUndefined()
    await expect(gate(engagementId, 'report', 'control_not_concluded')).resolves.toMatchObject({ count: 2 })
    // CC8.1 has a control, and neither its design nor its operation is concluded on.
    await expect(gate(engagementId, 'report', 'criterion_not_concluded')).resolves.toMatchObject({ count: 2 })
    await expect(gate(engagementId, 'report', 'opinion_not_decided')).resolves.toMatchObject({ count: 3 })
    await expect(gate(engagementId, 'report', 'letter_wrong')).resolves.toMatchObject({ count: 2 })
  })

  it('refuses the lock, and says the first point', async () => {
    const work = await openTesting()
    engine = work.engine
    await expect(engine.call('engagement.lock', { engagementId: work.engagementId })).rejects.toMatchObject({
      code: 'engagement.gates_open',
      details: { first: '35 criteria in scope have no control.' },
    })
  })

  it('is asked of a Type 1 engagement without a period: its dates run from the day that the report is as of', async () => {
    const file = await openCompleteFile()
    engine = file.engine
    const { engagementId } = file
    const { dates } = await engine.call('engagement.standing', { engagementId, today: '2026-10-20' })
    // 19 days of October, 30 of November, 11 of December.
    expect(dates).toMatchObject({ periodEndOn: null, asOf, reportOn, completionOn: '2026-12-11' })
    const earlier = { engagementId, reportOn: '2026-09-29', reason: 'Typed wrongly.' }
    await expect(engine.call('engagement.setDates', earlier)).rejects.toMatchObject({
      code: 'engagement.dates_reversed',
      details: { later: 'The report date', earlier: 'the day that the report is as of' },
    })
  })

  it.each(['type1', 'type2'] as const)(
    'is nothing in a complete file of %s, which is then locked over the heads of its journal',
    async (reportType) => {
      const file = await openCompleteFile(reportType)
      engine = file.engine
      const { engagementId } = file
      const { milestones } = await engine.call('engagement.gates', { engagementId })
      expect(milestones.flatMap(({ gates }) => gates)).toEqual([])
      await engine.call('engagement.lock', { engagementId })
      await expect(engine.call('journal.verify', { engagementId })).resolves.toMatchObject({ valid: true })
      await expect(engine.call('tickmark.addUsual', { engagementId })).rejects.toMatchObject({
        code: 'engagement.locked',
      })
      const { lock } = await engine.call('engagement.standing', { engagementId, today: '2026-10-20' })
      expect(lock).toMatchObject({ by: { name: 'Ada Cole' }, heads: [{ seq: expect.any(Number) }] })
      expect(lock?.signature).toMatch(/^-----BEGIN SSH SIGNATURE-----/)
    },
  )

  it('is a file of evidence that no longer has its hash, once the evidence was verified', async () => {
    const file = await openCompleteFile()
    engine = file.engine
    const { engagementId, evidenceId } = file
    const folder = evidenceFolder(engine.storeFolder)
    for (const name of await readdir(folder)) {
      const bytes = await readFile(join(folder, name))
      bytes.writeUInt8((bytes.at(-1) ?? 0) ^ 1, bytes.length - 1)
      await writeFile(join(folder, name), bytes)
    }
    await engine.call('evidence.verify', { engagementId })
    // One file, which supports both letters.
    const damaged = await gate(engagementId, 'fieldwork', 'evidence_damaged')
    expect(damaged).toMatchObject({ count: 2, text: '2 files of evidence did not match their hash when last checked.' })
    expect(damaged?.places).toContainEqual({ entity: 'evidence', id: evidenceId, label: 'letter.txt' })
    await expect(engine.call('engagement.lock', { engagementId })).rejects.toMatchObject({
      code: 'engagement.gates_open',
    })
  })

  it('is a field that two people changed apart, until it is settled', async () => {
    engine = await auditor('Ann Lee')
    const ben = await auditor('Ben Roth')
    const { engagementId, controlId } = await engagementOf(engine)
    await handOver(engine, ben, engagementId)
    for (const [who, title] of [
      [engine, 'Change approval by two people'],
      [ben, 'Change approval by the owner'],
    ] as const) {
      await who.call('control.save', { engagementId, controlId, ...control, title })
    }
    await handOver(ben, engine, engagementId)
    await expect(gate(engagementId, 'report', 'conflict_open')).resolves.toMatchObject({ count: 1 })
    const { conflicts } = await engine.call('conflict.list', { engagementId })
    const settled = { conflictId: conflicts[0]?.conflictId ?? '', value: 'Change approval by two people' }
    await engine.call('conflict.resolve', settled)
    await expect(gate(engagementId, 'report', 'conflict_open')).resolves.toBeUndefined()
  })

  it('is a letter that is not dated as the report is', async () => {
    const file = await openCompleteFile()
    engine = file.engine
    const { engagementId } = file
    const change = { engagementId, reportOn: '2026-10-13', reason: 'Typed wrongly.' }
    await engine.call('engagement.setDates', change)
    await expect(gate(engagementId, 'report', 'letter_wrong')).resolves.toMatchObject({
      text: 'The representation letter is dated 2026-10-12, and the report 2026-10-13: they have to be the same day.',
    })
  })
})
