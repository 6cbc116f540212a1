import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { evidenceFolder } from '../../db/blobs/evidenceFolder.ts'
import { auditor, bundleFor, control, engagementOf, handOver } from './auditors.ts'
import { type TestEngine, testPassphrase } from './openTestEngine.ts'

const titleOf = async (engine: TestEngine, controlId: string) => (await engine.call('control.get', { controlId })).title

const rename = (engine: TestEngine, engagementId: string, controlId: string, title: string) =>
  engine.call('control.save', { engagementId, controlId, ...control, title })

describe('handing an engagement over', () => {
  it('gives a colleague all of it, evidence included, and says who made it', async () => {
    const [ann, ben] = [await auditor('Ann Lee'), await auditor('Ben Roth')]
    const { engagementId, controlId } = await engagementOf(ann)
    const file = join(ann.folder, 'approval.txt')
    await writeFile(file, 'approved by Q. Wolf')
    const { evidenceId } = await ann.call('evidence.attach', { target: { entity: 'control', id: controlId }, file })
    const taken = await handOver(ann, ben, engagementId)
    expect(taken).toMatchObject({ engagementId, added: 3, conflicts: 0, isNewEngagement: true, missingFiles: 0 })
    expect(taken.signer).toMatchObject({ status: 'unknown' })
    expect(await titleOf(ben, controlId)).toBe('Change approval')
    await expect(ben.call('evidence.save', { evidenceId, file: join(ben.folder, 'copy.txt') })).resolves.toBeDefined()
    expect(await readFile(join(ben.folder, 'copy.txt'), 'utf8')).toBe('approved by Q. Wolf')
    await expect(ben.call('journal.verify', { engagementId })).resolves.toMatchObject({ valid: true, entries: 3 })
    expect(await readdir(join(ben.storeFolder, 'staging')).catch(() => [])).toEqual([])
  })

  it('adds nothing the second time, and brings a colleague’s later work back', async () => {
    const [ann, ben] = [await auditor('Ann Lee'), await auditor('Ben Roth')]
    const { engagementId, controlId } = await engagementOf(ann)
    await handOver(ann, ben, engagementId)
    await expect(handOver(ann, ben, engagementId)).resolves.toMatchObject({ added: 0, conflicts: 0 })
    await rename(ben, engagementId, controlId, 'Approval of changes')
    await expect(handOver(ben, ann, engagementId)).resolves.toMatchObject({ added: 1, conflicts: 0 })
    expect(await titleOf(ann, controlId)).toBe('Approval of changes')
    await rename(ann, engagementId, controlId, 'Approval of every change')
    await expect(handOver(ann, ben, engagementId)).resolves.toMatchObject({ added: 1, conflicts: 0 })
    expect(await titleOf(ben, controlId)).toBe('Approval of every change')
  })

  it('keeps both values of a field that two people changed apart, and ends the conflict for everybody with one decision', async () => {
    const [ann, ben, cat] = [await auditor('Ann Lee'), await auditor('Ben Roth'), await auditor('Cat Voss')]
    const { engagementId, controlId } = await engagementOf(ann)
    await handOver(ann, ben, engagementId)
    await rename(ann, engagementId, controlId, 'Change approval by two people')
    ben.clock.set('2026-10-20T10:00:00Z')
    await rename(ben, engagementId, controlId, 'Change approval by the owner')
    await handOver(ben, cat, engagementId)
    await expect(handOver(ann, ben, engagementId)).resolves.toMatchObject({ added: 1, conflicts: 1 })
    await expect(handOver(ben, ann, engagementId)).resolves.toMatchObject({ conflicts: 1 })
    const [{ conflicts }, others] = [
      await ann.call('conflict.list', { engagementId }),
      await ben.call('conflict.list', { engagementId }),
    ]
    expect(others.conflicts).toEqual(conflicts)
    const [conflict] = conflicts
    const added = (text: string) => [
      { kind: 'same', text: 'Change approval' },
      { kind: 'added', text },
    ]
    expect(conflict).toMatchObject({
      entity: 'control',
      id: controlId,
      field: 'title',
      paper: 'control CHG-01',
      place: { kind: 'control', id: controlId, within: null },
      before: 'Change approval',
      alternatives: [
        { value: 'Change approval by two people', actor: 'Ann Lee', counts: false, changes: added(' by two people') },
        { value: 'Change approval by the owner', actor: 'Ben Roth', counts: true, changes: added(' by the owner') },
      ],
    })
    const conflictId = conflict?.conflictId ?? ''
    await expect(ann.call('conflict.resolve', { conflictId, value: '' })).rejects.toMatchObject({
      code: 'conflict.invalid_value',
    })
    const target = { entity: 'control', id: controlId } as const
    const signing = { target, role: 'preparer' } as const
    await expect(ann.call('review.paper', { target })).resolves.toMatchObject({ conflicts: 1 })
    await expect(ann.call('signOff.add', signing)).rejects.toMatchObject({ code: 'signOff.open_conflict' })
    await ann.call('conflict.resolve', { conflictId, value: 'Change approval by two people of whom one is the owner' })
    await ann.call('signOff.add', signing)
    await handOver(ann, cat, engagementId)
    await expect(handOver(ann, ben, engagementId)).resolves.toMatchObject({ added: 2, conflicts: 0 })
    for (const engine of [ann, ben, cat]) {
      expect(await titleOf(engine, controlId)).toBe('Change approval by two people of whom one is the owner')
      await expect(engine.call('conflict.list', { engagementId })).resolves.toMatchObject({ total: 0 })
      await expect(engine.call('journal.verify', { engagementId })).resolves.toMatchObject({ valid: true })
    }
  })

  it('keeps a control that one deleted and another changed, and asks which it shall be', async () => {
    const [ann, ben] = [await auditor('Ann Lee'), await auditor('Ben Roth')]
    const { engagementId, controlId } = await engagementOf(ann)
    await handOver(ann, ben, engagementId)
    await ann.call('control.remove', { controlId })
    await rename(ben, engagementId, controlId, 'Approval of changes')
    await expect(handOver(ben, ann, engagementId)).resolves.toMatchObject({ conflicts: 0, toSettle: 2 })
    expect(await titleOf(ann, controlId)).toBe('Approval of changes')
    const place = { engagementId, entity: 'control', id: controlId }
    await ann.call('settlement.keepDeleted', { ...place, delete: true })
    await expect(ann.call('control.get', { controlId })).rejects.toMatchObject({ code: 'control.not_found' })
    await handOver(ann, ben, engagementId)
    await expect(ben.call('control.get', { controlId })).rejects.toMatchObject({ code: 'control.not_found' })
    await expect(ben.call('settlement.keepDeleted', { ...place, delete: true })).rejects.toMatchObject({
      code: 'settlement.not_found',
    })
  })

  it('lists numbers that were given twice apart, and gives one of them the next free one', async () => {
    const [ann, ben] = [await auditor('Ann Lee'), await auditor('Ben Roth')]
    const { engagementId, controlId } = await engagementOf(ann)
    await handOver(ann, ben, engagementId)
    await ann.call('deviation.save', { controlId, condition: 'One change without approval' })
    const { deviationId } = await ben.call('deviation.save', { controlId, condition: 'Approved after deployment' })
    await handOver(ben, ann, engagementId)
    const { settlements } = await ann.call('settlement.list', { engagementId })
    expect(settlements).toMatchObject([
      { kind: 'repeated_ref', entity: 'deviation', nextRef: 'DEV-2', papers: [{}, {}] },
      { kind: 'signer_not_confirmed' },
    ])
    await expect(
      ann.call('settlement.renumber', { entity: 'deviation', id: deviationId, ref: 'DEV-1' }),
    ).resolves.toEqual({ ref: 'DEV-1' })
    await expect(ann.call('settlement.renumber', { entity: 'deviation', id: deviationId })).resolves.toEqual({
      ref: 'DEV-2',
    })
    const after = await ann.call('settlement.list', { engagementId })
    expect(after.settlements.map(({ kind }) => kind)).toEqual(['signer_not_confirmed'])
  })

  it('says before it is done what it would add, change and conflict with, and touches nothing', async () => {
    const [ann, ben] = [await auditor('Ann Lee'), await auditor('Ben Roth')]
    const { engagementId, controlId } = await engagementOf(ann)
    const { controlId: otherId } = await ann.call('control.save', { engagementId, ...control, ref: 'CHG-03' })
    const expected = { engagementId, kind: 'cuec' as const, text: 'Users keep their passwords.', criteria: ['CC6.1'] }
    const { complementaryId } = await ann.call('complementary.save', { ...expected, controlIds: [] })
    await handOver(ann, ben, engagementId)
    const old = await bundleFor(ben, ann, engagementId)
    await rename(ann, engagementId, controlId, 'Approval by two people')
    await ann.call('control.save', { engagementId, ...control, ref: 'CHG-02' })
    await rename(ben, engagementId, controlId, 'Approval by the owner')
    await ann.call('complementary.save', { ...expected, complementaryId, controlIds: [controlId, otherId] })
    await ben.call('complementary.save', { ...expected, complementaryId, controlIds: [otherId] })
    const before = await ben.call('journal.list', { engagementId })
    const { merge, lockedFor, exporter } = await ben.call('bundle.inspect', {
      file: await bundleFor(ben, ann, engagementId),
    })
    const { recipient, recipientWords } = await ben.call('colleague.ownCard', {})
    expect([lockedFor, exporter.known]).toEqual([[{ recipient, words: recipientWords }], false])
    expect(merge).toMatchObject({
      isNewEngagement: false,
      entries: 3,
      unknownToMaker: 2,
      conflictCount: 2,
      conflicts: [
        { field: 'title', mine: 'Approval by the owner', theirs: 'Approval by two people' },
        { field: 'controlIds', mineWords: 'CHG-03', theirsWords: 'CHG-01, CHG-03' },
      ],
      older: null,
      refusal: null,
    })
    expect(merge?.adds).toContainEqual({ entity: 'control', papers: 1 })
    expect(merge?.changes).toEqual([
      { entity: 'control', papers: 1 },
      { entity: 'complementaryControl', papers: 1 },
    ])
    expect(await ben.call('journal.list', { engagementId })).toEqual(before)
    await handOver(ann, ben, engagementId)
    ben.clock.set('2026-10-21T09:00:00Z')
    const stale = await ben.call('bundle.inspect', { file: old })
    expect(stale.merge).toMatchObject({ entries: 0, older: { found: 4, known: 7 } })
  })

  it('is refused where two copies of one store were edited, and names the entry', async () => {
    const [ann, ben] = [await auditor('Ann Lee'), await auditor('Ben Roth')]
    const { engagementId, controlId } = await engagementOf(ann)
    const copy = await auditor('Ann Lee')
    await copy.call('store.lock', {})
    await ann.call('store.lock', {})
    await rm(copy.storeFolder, { recursive: true })
    await cp(ann.storeFolder, copy.storeFolder, { recursive: true })
    for (const engine of [ann, copy])
      await engine.call('store.open', { folder: engine.storeFolder, passphrase: testPassphrase })
    await rename(ann, engagementId, controlId, 'Approval by two people')
    await rename(copy, engagementId, controlId, 'Approval by the owner')
    await handOver(ann, ben, engagementId)
    await expect(handOver(copy, ben, engagementId)).rejects.toMatchObject({
      code: 'journal.forked',
      details: { seq: 3 },
    })
    expect(await titleOf(ben, controlId)).toBe('Approval by two people')
  })

  it('leaves nothing when it is cancelled', async () => {
    const [ann, ben] = [await auditor('Ann Lee'), await auditor('Ben Roth')]
    const { engagementId } = await engagementOf(ann)
    const file = join(ann.folder, 'log.bin')
    await writeFile(file, Buffer.alloc(4 * 1024 * 1024, 1))
    await ann.call('evidence.attach', { target: { entity: 'engagement', id: engagementId }, file })
    const bundle = await bundleFor(ben, ann, engagementId)
    const running = ben.call('bundle.import', { file: bundle })
    const [job] = (await ben.call('job.list', {})).jobs
    await ben.call('job.cancel', { jobId: job?.jobId ?? '' })
    await expect(running).rejects.toMatchObject({ code: 'call.cancelled' })
    await expect(ben.call('engagement.list', {})).resolves.toEqual({ engagements: [] })
    expect(await readdir(evidenceFolder(ben.storeFolder)).catch(() => [])).toEqual([])
    expect(await readdir(join(ben.storeFolder, 'staging')).catch(() => [])).toEqual([])
  })
})
