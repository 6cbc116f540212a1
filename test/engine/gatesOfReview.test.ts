import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { GateCode } from '../../shared/contract/gates.ts'
import { asOf, type CompleteFile, openCompleteFile } from './completeFile.ts'
import { addControl, at } from './fieldwork.ts'
import { testPassphrase } from './openTestEngine.ts'

const passphraseOfBen = 'five boats under the long bridge'
let file: CompleteFile

beforeEach(async () => {
  file = await openCompleteFile()
})
afterEach(() => file.engine.close())

async function counts(): Promise<Partial<Record<GateCode, number>>> {
  const { milestones } = await file.engine.call('engagement.gates', { engagementId: file.engagementId })
  return Object.fromEntries(milestones.flatMap(({ gates }) => gates).map(({ code, count }) => [code, count]))
}

async function asBen(): Promise<void> {
  const ben = { name: 'Ben Ruiz', initials: 'BR', role: 'manager', passphrase: passphraseOfBen } as const
  await file.engine.call('practitioner.add', ben)
  await file.engine.call('store.switchUser', { passphrase: passphraseOfBen })
}

describe('the gates of the review', () => {
  it('open when a signed paper changes, and close when it says again what was signed', async () => {
    const { engine, engagementId, controlId } = file
    await engine.call('engagement.openLateChange', {
      engagementId,
      circumstances: 'The title was wrong.',
      procedures: 'Compared with the matrix.',
    })
    const criteria = (await engine.call('criterion.list', { engagementId })).criteria.map((one) => one.criterionId)
    await addControl(engine, engagementId, { controlId, criteria, title: 'Another title' })
    await expect(counts()).resolves.toMatchObject({ changed_since_sign_off: 1 })
    await addControl(engine, engagementId, { controlId, criteria })
    await expect(counts()).resolves.not.toHaveProperty('changed_since_sign_off')
  })

  it('ask for a review once there is somebody to do it, and for every note to be cleared', async () => {
    const { engine, engagementId, controlId } = file
    await asBen()
    const note = { target: { entity: 'control', id: controlId }, text: 'Which tickets?' } as const
    const { noteId } = await engine.call('note.open', note)
    const { items } = await engine.call('review.queue', { engagementId, role: 'reviewer', limit: 1000 })
    await expect(counts()).resolves.toEqual({ note_open: 1, paper_not_reviewed: items.length })
    await engine.call('store.switchUser', { passphrase: testPassphrase })
    await engine.call('note.respond', { noteId, text: 'All of September.' })
    await engine.call('store.switchUser', { passphrase: passphraseOfBen })
    await engine.call('note.clear', { noteId })
    for (const { target } of items) await engine.call('signOff.add', { target, role: 'reviewer' })
    await expect(counts()).resolves.toEqual({})

    await engine.call('review.saveSettings', { clearedNotes: 'strip' })
    await engine.call('engagement.lock', { engagementId })
    await expect(engine.call('note.list', { engagementId })).resolves.toMatchObject({ total: 0 })
    await expect(engine.call('journal.verify', { engagementId })).resolves.toMatchObject({ valid: true })
    const { entries } = await engine.call('journal.list', { engagementId, command: 'engagement.lock' })
    expect(at(entries, 0).changes).toContainEqual(
      expect.objectContaining({ entity: 'reviewNote', id: noteId, field: 'strippedAt' }),
    )
  })

  it('name a quality review that was done after the date of the report', async () => {
    const { engine, controlId } = file
    const passphrase = 'seven lamps on the harbour wall'
    await engine.call('practitioner.add', { name: 'Eva Quist', initials: 'EQ', role: 'quality_reviewer', passphrase })
    await engine.call('store.switchUser', { passphrase })
    // The report is dated 2026-10-12, and today is 2026-10-20.
    const target = { entity: 'control', id: controlId } as const
    const { signOffId } = await engine.call('signOff.add', { target, role: 'quality_reviewer' })
    await expect(counts()).resolves.toEqual({ quality_review_late: 1 })
    await engine.call('signOff.withdraw', { signOffId, reason: 'The review was of another paper.' })
    await expect(counts()).resolves.toEqual({})
  })

  it('ask for the description to be held against each criterion', async () => {
    const { engine, engagementId } = file
    const { engagementId: other } = await engine.call('engagement.create', {
      client: 'Other Ledger',
      reportType: 'type1',
      asOf,
      categories: ['security'],
    })
    file = { ...file, engagementId: other }
    // DC 1 to DC 8: there is no period in which anything could have changed.
    await expect(counts()).resolves.toMatchObject({ description_criterion_open: 8 })
    file = { ...file, engagementId }
  })
})
