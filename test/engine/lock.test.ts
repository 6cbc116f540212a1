import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ChangingMethod, changeKinds } from '../../shared/contract/changeKind.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { at } from './fieldwork.ts'
import { minimalParams } from './minimalParams.ts'
import { type OnePaperEach, openOnePaperEach } from './onePaperEach.ts'
import { testPassphrase } from './openTestEngine.ts'
import { withOutsideTool } from './outsideTool.ts'

let work: OnePaperEach

beforeEach(async () => {
  work = await openOnePaperEach()
})
afterEach(() => work.engine.close())

const changing = Object.entries(changeKinds) as [ChangingMethod, string][]

/** Puts the row of a lock into the table, so that no gate is in the way of what is tested. */
async function lockBehindTheProgram(): Promise<void> {
  const { engine, engagementId } = work
  await engine.call('store.lock', {})
  await withOutsideTool(engine.storeFolder, (connection) =>
    connection
      .prepare(
        `INSERT INTO engagement_lock (id, engagement_id, heads, statement, signature, public_key, locked_by, locked_at)
         VALUES (@id, @id, '[]', '-', '-', '-', 'P', '2026-10-18T10:00:00+00:00')`,
      )
      .run({ id: engagementId }),
  )
  await engine.call('store.open', { folder: engine.storeFolder, passphrase: testPassphrase })
}

async function benTakesOver(): Promise<void> {
  const passphrase = 'five boats under the long bridge'
  await work.engine.call('practitioner.add', { name: 'Ben Ruiz', initials: 'BR', role: 'manager', passphrase })
  await work.engine.call('store.switchUser', { passphrase })
}

describe('a locked file', () => {
  it('refuses every command that changes its papers, before anything else of the call is looked at', async () => {
    const { engine, engagementId } = work
    await engine.call('engagement.setDates', { engagementId, reportOn: '2026-10-15' })
    const record = { engagementId, circumstances: 'A late ticket.', procedures: 'Inspected.' }
    const { lateChangeId } = await engine.call('engagement.openLateChange', record)
    await lockBehindTheProgram()
    const refused = changing.filter(([, kind]) => kind === 'administrative' || kind === 'substantive')
    const others: string[] = []
    for (const [method] of refused) {
      const answer = await work.engine
        .callRaw(method, minimalParams(method, { ...work.papers, lateChangeId }))
        .catch((error: unknown) => error)
      if (!(answer instanceof Error) || !('code' in answer) || answer.code !== 'engagement.locked')
        others.push(`${method}: ${String(answer)}`)
    }
    expect(refused.length).toBeGreaterThan(50)
    // A new engagement is no paper of a locked one, and neither is a conflict that there is not.
    expect(others).toEqual([
      expect.stringMatching(/^engagement.create: /),
      expect.stringMatching(/^conflict.resolve: .* not open any more/),
    ])
  })

  it('is what the next engagement is rolled forward from', async () => {
    await lockBehindTheProgram()
    const { engine, engagementId } = work
    const period = { start: '2026-10-01', end: '2027-09-30' }
    const next = await engine.call('engagement.rollForward', { engagementId, period })
    const { controls } = await engine.call('control.list', { engagementId: next.engagementId })
    expect(controls).toMatchObject([{ ref: 'CHG-01', samples: 0 }])
  })

  it('takes addenda, with the reason and the effect on the conclusions, and their review by somebody else only', async () => {
    await lockBehindTheProgram()
    const { engine, engagementId, controlId } = work
    const { addendumId } = await engine.call('engagement.addendum', {
      engagementId,
      reason: 'A walkthrough was kept on paper only.',
      changed: 'Scan of the walkthrough of 12 March.',
      effectOnConclusions: 'None.',
      target: { entity: 'control', id: controlId },
    })
    await expect(engine.call('engagement.reviewAddendum', { addendumId })).rejects.toMatchObject({
      code: 'addendum.same_person',
    })
    const { addenda, phase } = await engine.call('engagement.standing', { engagementId, today: '2026-10-20' })
    expect(phase).toBe('locked')
    expect(addenda).toMatchObject([
      { reason: 'A walkthrough was kept on paper only.', by: { name: 'Ada Cole' }, reviewedBy: null },
    ])
    const { entries } = await engine.call('journal.list', { engagementId })
    expect(at(entries, 0)).toMatchObject({ command: 'engagement.addendum' })
  })

  it('takes files as evidence of an addendum from who wrote it, until somebody else has reviewed it', async () => {
    await lockBehindTheProgram()
    const { engine, engagementId, controlId } = work
    const file = join(engine.folder, 'walkthrough.txt') as FileRef
    await writeFile(file, 'Scan of 12 March')
    const attached = { target: { entity: 'control' as const, id: controlId }, file }
    await expect(engine.call('evidence.attach', attached)).rejects.toMatchObject({ code: 'engagement.locked' })
    const { addendumId } = await engine.call('engagement.addendum', {
      engagementId,
      reason: 'A walkthrough was kept on paper only.',
      changed: 'Scan of the walkthrough of 12 March.',
      effectOnConclusions: 'None.',
    })
    await engine.call('engagement.attachToAddendum', { addendumId, files: [file] })
    const target = { entity: 'addendum' as const, id: addendumId }
    const { evidence } = await engine.call('evidence.list', { engagementId, target })
    expect(evidence).toMatchObject([{ name: 'walkthrough.txt', targets: [{ words: 'addendum of 2026-10-20' }] }])
    await benTakesOver()
    const more = { addendumId, files: [file] }
    await expect(engine.call('engagement.attachToAddendum', more)).rejects.toMatchObject({
      code: 'addendum.other_person',
    })
    await engine.call('engagement.reviewAddendum', { addendumId })
    await expect(engine.call('engagement.attachToAddendum', more)).rejects.toMatchObject({ code: 'addendum.reviewed' })
    await expect(engine.call('engagement.reviewAddendum', { addendumId })).rejects.toMatchObject({
      code: 'addendum.reviewed',
    })
    const { addenda } = await engine.call('engagement.standing', { engagementId, today: '2026-10-20' })
    expect(addenda).toMatchObject([{ by: { name: 'Ada Cole' }, reviewedBy: { name: 'Ben Ruiz' } }])
  })

  it('has a second net in the store itself, under a program that forgot to ask', async () => {
    const { engine, engagementId } = work
    const insert = `INSERT INTO journal_entry (engagement_id, device_id, seq, hlc, at, actor_id, command, body, hash)
      SELECT @engagementId, device_id, 9999, 'ffffffffffff-000000-x', '', '', @command, '{}', hex(zeroblob(32)) FROM store`
    await engine.call('store.lock', {})
    const archive = changing.filter(([, kind]) => kind === 'archive').map(([method]) => method)
    const verdicts = await withOutsideTool(engine.storeFolder, (connection) => {
      connection
        .prepare(
          `INSERT INTO field_version VALUES (?, 'engagementLock', ?, 'lockedAt', 'D', 1, '000000000001-000000-D')`,
        )
        .run(engagementId, engagementId)
      return changing.map(([method]) => {
        connection.exec('SAVEPOINT attempt')
        try {
          connection.prepare(insert).run({ engagementId, command: method })
          return [method, 'taken']
        } catch (error) {
          return [method, error instanceof Error ? error.message : '']
        } finally {
          connection.exec('ROLLBACK TO attempt; RELEASE attempt')
        }
      })
    })
    expect(verdicts.filter(([, verdict]) => verdict === 'taken').map(([method]) => method)).toEqual(archive)
    expect(new Set(verdicts.map(([, verdict]) => verdict))).toEqual(new Set(['taken', 'engagement.locked']))
  })
})

describe('the dates of a file', () => {
  const dates = async () => {
    const { engine, engagementId } = work
    return (await engine.call('engagement.standing', { engagementId, today: '2026-10-20' })).dates
  }

  it('give the last day of its assembly, 60 days after the report date, and the end of its retention', async () => {
    const { engine, engagementId } = work
    await engine.call('engagement.setDates', { engagementId, reportOn: '2026-10-10', releaseOn: '2026-10-12' })
    // 21 days of October, 30 of November, 9 of December.
    await expect(dates()).resolves.toMatchObject({ completionOn: '2026-12-09', retentionEndsOn: '2031-10-12' })
  })

  it('keep the days that were in force when the report was dated', async () => {
    const { engine, engagementId } = work
    await engine.call('firm.setDocumentation', { completionDays: 14, retentionYears: 7 })
    await engine.call('engagement.setDates', { engagementId, reportOn: '2026-10-10' })
    await engine.call('firm.setDocumentation', { completionDays: 45, retentionYears: 10 })
    await expect(dates()).resolves.toMatchObject({ completionOn: '2026-10-24', retentionEndsOn: '2033-10-10' })
  })

  it.each([
    [{ reportOn: '2026-10-21' }, 'engagement.date_in_future'],
    [{ reportOn: '2026-09-29' }, 'engagement.dates_reversed'],
    [{ reportOn: '2026-10-10', releaseOn: '2026-10-09' }, 'engagement.dates_reversed'],
    [{ releaseOn: '2026-10-10' }, 'engagement.report_not_dated'],
  ])('refuse %o', async (given, code) => {
    const { engine, engagementId } = work
    await expect(engine.call('engagement.setDates', { engagementId, ...given })).rejects.toMatchObject({ code })
  })

  it('are changed with a reason once they stand', async () => {
    const { engine, engagementId } = work
    await engine.call('engagement.setDates', { engagementId, plannedReportOn: '2026-11-01' })
    await engine.call('engagement.setDates', { engagementId, plannedReportOn: '2026-11-05', reportOn: '2026-10-10' })
    const change = { engagementId, reportOn: '2026-10-11' }
    await expect(engine.call('engagement.setDates', change)).rejects.toMatchObject({
      code: 'engagement.date_reason_required',
    })
    await engine.call('engagement.setDates', { ...change, reason: 'Typed wrongly.' })
    await expect(dates()).resolves.toMatchObject({ reportOn: '2026-10-11', reason: 'Typed wrongly.' })
  })
})

describe('a change after the report date', () => {
  beforeEach(async () => {
    const { engine, engagementId } = work
    await engine.call('engagement.setDates', { engagementId, reportOn: '2026-10-15' })
  })

  const removeProcedure = () => work.engine.callRaw('procedure.remove', { procedureId: work.papers['procedureId'] })

  async function lateGates(): Promise<string[]> {
    const { milestones } = await work.engine.call('engagement.gates', { engagementId: work.engagementId })
    const codes = milestones.flatMap(({ gates }) => gates.map(({ code }) => code))
    return codes.filter((code) => code.startsWith('late_change'))
  }

  it('is taken where it is administrative, and refused where it is of substance', async () => {
    const { engine, engagementId } = work
    await engine.call('tickmark.save', { engagementId, symbol: 'R', meaning: 'Reperformed' })
    await expect(removeProcedure()).rejects.toMatchObject({ code: 'engagement.late_change_required' })
  })

  it('gains nothing from a clock that is set back', async () => {
    work.engine.clock.set('2026-10-14T09:00:00Z')
    await expect(removeProcedure()).rejects.toMatchObject({ code: 'engagement.late_change_required' })
  })

  it('needs the record of a late change, which is closed with conclusions and reviewed by somebody else', async () => {
    const { engine, engagementId } = work
    const { lateChangeId } = await engine.call('engagement.openLateChange', {
      engagementId,
      circumstances: 'The client found tickets that were missing.',
      procedures: 'Inspected them.',
    })
    await removeProcedure()
    await expect(lateGates()).resolves.toEqual(['late_change_open'])
    await expect(engine.call('engagement.reviewLateChange', { lateChangeId })).rejects.toMatchObject({
      code: 'lateChange.not_closed',
    })
    await engine.call('engagement.closeLateChange', { lateChangeId, conclusions: 'No effect on the opinion.' })
    await expect(engine.call('engagement.reviewLateChange', { lateChangeId })).rejects.toMatchObject({
      code: 'lateChange.same_person',
    })
    await expect(
      engine.call('deviation.remove', { deviationId: work.papers['deviationId'] ?? '', reason: 'A mistake.' }),
    ).rejects.toMatchObject({ code: 'engagement.late_change_required' })
    const { lateChanges } = await engine.call('engagement.standing', { engagementId, today: '2026-10-20' })
    expect(lateChanges).toMatchObject([{ conclusions: 'No effect on the opinion.', openedBy: { name: 'Ada Cole' } }])
  })

  it('is reviewed by somebody else once it is closed, and once only', async () => {
    const { engine, engagementId } = work
    const record = { engagementId, circumstances: 'A late ticket.', procedures: 'Inspected it.' }
    const { lateChangeId } = await engine.call('engagement.openLateChange', record)
    await engine.call('engagement.closeLateChange', { lateChangeId, conclusions: 'No effect.' })
    await expect(lateGates()).resolves.toEqual(['late_change_not_reviewed'])
    await benTakesOver()
    await engine.call('engagement.reviewLateChange', { lateChangeId })
    await expect(lateGates()).resolves.toEqual([])
    const { lateChanges } = await engine.call('engagement.standing', { engagementId, today: '2026-10-20' })
    expect(lateChanges).toMatchObject([{ openedBy: { name: 'Ada Cole' }, reviewedBy: { name: 'Ben Ruiz' } }])
    await expect(engine.call('engagement.reviewLateChange', { lateChangeId })).rejects.toMatchObject({
      code: 'lateChange.reviewed',
    })
  })

  it('is not recorded as late before the report date is past', async () => {
    work.engine.clock.set('2026-10-15T09:00:00Z')
    const record = { engagementId: work.engagementId, circumstances: 'x', procedures: 'x' }
    await expect(work.engine.call('engagement.openLateChange', record)).rejects.toMatchObject({
      code: 'lateChange.not_needed',
    })
  })
})
