import { onTestFinished, expect, it } from 'vitest'
import { auditor, handOver } from './auditors.ts'
import { openCompleteFile } from './completeFile.ts'

const today = '2026-10-20'

it('what somebody wrote elsewhere without knowing of the lock waits for an addendum with its reason', async () => {
  const { engine: ada, engagementId, controlId } = await openCompleteFile()
  onTestFinished(ada.close)
  const ben = await auditor('Ben Roth')
  await handOver(ada, ben, engagementId)
  await ada.call('engagement.setDates', { engagementId, plannedReportOn: '2026-10-10' })
  await ada.call('engagement.lock', { engagementId })
  await ben.call('engagement.setDates', { engagementId, plannedReportOn: '2026-10-11' })
  const record = { engagementId, circumstances: 'A late ticket.', procedures: 'Inspected.' }
  await ben.call('engagement.openLateChange', record)
  await ben.call('deviation.save', { controlId, condition: 'One change without approval' })
  await expect(handOver(ben, ada, engagementId)).resolves.toMatchObject({ added: 3, conflicts: 1 })

  const { besideLock } = await ada.call('engagement.standing', { engagementId, today })
  expect(besideLock).toHaveLength(3)
  const [conflict] = (await ada.call('conflict.list', { engagementId })).conflicts
  expect(conflict).toMatchObject({ entity: 'engagementDates', field: 'plannedReportOn' })
  const settling = { conflictId: conflict?.conflictId ?? '', value: '2026-10-10' }
  await expect(ada.call('conflict.resolve', settling)).rejects.toMatchObject({ code: 'engagement.locked' })

  const words = { changed: 'A deviation of CHG-01.', effectOnConclusions: 'None: one of 25.' }
  await expect(
    ada.call('engagement.addendum', { engagementId, reason: '', ...words, entries: besideLock }),
  ).rejects.toMatchObject({ code: 'call.invalid_params' })
  await ada.call('engagement.addendum', { engagementId, reason: 'Found on paper.', ...words, entries: besideLock })
  const after = await ada.call('engagement.standing', { engagementId, today })
  expect(after.besideLock).toEqual([])
  expect(after.addenda).toMatchObject([{ reason: 'Found on paper.', entries: besideLock }])
  await expect(ada.call('journal.verify', { engagementId })).resolves.toMatchObject({ valid: true })

  // The lock comes to whoever wrote beside it, and closes their copy as well.
  await expect(handOver(ada, ben, engagementId)).resolves.toMatchObject({ added: 3 })
  await expect(ben.call('engagement.standing', { engagementId, today })).resolves.toMatchObject({
    phase: 'locked',
    besideLock: [],
  })
  await expect(
    ben.call('deviation.save', { controlId, condition: 'Another change without approval' }),
  ).rejects.toMatchObject({ code: 'engagement.locked' })
})
