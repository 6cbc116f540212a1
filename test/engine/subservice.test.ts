import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { ParamsOf } from '../../shared/contract/index.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { addControl, openEngagement } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine | undefined

afterEach(async () => {
  await engine?.close()
  engine = undefined
})

/** An engagement about 2025-10-01 to 2026-09-30 with a carved-out host. */
async function carvedOut() {
  const opened = await openEngagement()
  engine = opened.engine
  const { engine: client, engagementId } = opened
  const host = { engagementId, name: 'Northgrid', service: 'Hosting', method: 'carve_out' as const }
  const { organisationId } = await client.call('subservice.save', host)
  const list = async () => (await client.call('subservice.list', { engagementId })).organisations
  const report = (facts: Partial<ParamsOf<'subservice.saveReport'>>) =>
    client.call('subservice.saveReport', { organisationId, title: 'SOC 2 Type 2', opinion: 'unqualified', ...facts })
  const complementary = (facts: Partial<ParamsOf<'complementary.save'>>) =>
    client.call('complementary.save', {
      engagementId,
      kind: 'cuec',
      text: 'Users remove the accounts of leavers.',
      criteria: ['CC6.2'],
      ...facts,
    })
  return { client, engagementId, organisationId, host, list, report, complementary }
}

describe('a subservice organisation', () => {
  it('counts the days of our period that its reports leave open, and closes them by a bridge letter', async () => {
    const { list, report } = await carvedOut()
    expect(await list()).toMatchObject([
      { uncoveredDays: 365, warnings: ['no_report', 'no_complementary_control', 'no_monitoring_control'] },
    ])
    const { reportId } = await report({ periodStart: '2025-07-01', periodEnd: '2026-06-30' })
    expect(await list()).toMatchObject([
      {
        uncoveredDays: 92,
        reports: [{ reportId, coverage: { overlap: 273, gapBefore: 0, gapAfter: 92, bridged: 0 } }],
      },
    ])
    await report({ reportId, periodStart: '2025-07-01', periodEnd: '2026-06-30', bridgeUntil: '2026-09-30' })
    const [bridged] = await list()
    expect(bridged).toMatchObject({ uncoveredDays: 0, reports: [{ coverage: { gapAfter: 92, bridged: 92 } }] })
    expect(bridged?.warnings).not.toContain('days_not_covered')
  })

  it('flags a report that ended long ago and an opinion that is not unqualified', async () => {
    const { list, report } = await carvedOut()
    await report({ periodStart: '2024-01-01', periodEnd: '2024-12-31', opinion: 'qualified' })
    const [old] = await list()
    expect(old?.warnings).toEqual(
      expect.arrayContaining(['days_not_covered', 'report_ended_long_ago', 'opinion_not_unqualified']),
    )
  })

  it('is monitored by own controls, and operates the controls that rest on it', async () => {
    const { client, engagementId, organisationId, list, complementary } = await carvedOut()
    await addControl(client, engagementId, { ref: 'VEN-01', criteria: ['CC9.2'] })
    await complementary({ kind: 'csoc', organisationId, text: 'The host guards its halls.', criteria: ['CC6.4'] })
    expect(await list()).toMatchObject([{ warnings: ['no_report'] }])
  })

  it('of the inclusive method gives an assertion and a representation, and has controls that we test', async () => {
    const { client, engagementId, organisationId, host, list } = await carvedOut()
    await expect(addControl(client, engagementId, { organisationId })).rejects.toMatchObject({
      code: 'control.organisation_carved_out',
    })
    const inclusive = { ...host, organisationId, method: 'inclusive' as const }
    await client.call('subservice.save', inclusive)
    expect(await list()).toMatchObject([{ warnings: ['no_assertion', 'no_representation', 'no_own_control'] }])
    await client.call('subservice.save', { ...inclusive, assertionObtained: true, representationObtained: true })
    const controlId = await addControl(client, engagementId, { ref: 'HST-01', criteria: ['CC6.4'], organisationId })
    expect(await list()).toMatchObject([{ warnings: ['control_not_tested'], controls: [{ ref: 'HST-01' }] }])
    const answered = async () =>
      (await client.call('complementary.matrix', { engagementId })).rows.find(
        ({ criterionId }) => criterionId === 'CC6.4',
      )
    expect(await answered()).toMatchObject({
      controls: [{ ref: 'HST-01', organisation: 'Northgrid' }],
      gaps: ['organisation_not_tested'],
    })
    await client.call('walkthrough.save', {
      controlId,
      performedOn: '2026-03-02',
      performedBy: 'Ada Cole',
      instance: 'Visit of March',
      trace: 'From the door to the rack.',
      suitablyDesigned: true,
      implemented: true,
    })
    expect(await list()).toMatchObject([{ warnings: [] }])
    expect(await answered()).toMatchObject({ gaps: [] })
  })

  it('of the inclusive method is named by a column of an imported matrix, as one of the engagement and not carved out', async () => {
    const { client, engagementId, organisationId, host } = await carvedOut()
    await client.call('subservice.save', { ...host, organisationId, method: 'inclusive' })
    await client.call('subservice.save', { engagementId, name: 'Payline', service: 'Payments', method: 'carve_out' })
    await addControl(client, engagementId, { ref: 'HST-02', organisationId })
    const file = join(client.folder, 'matrix.csv') as FileRef
    const wording = 'CC6.4,daily,manual,preventive'
    const rows = [
      `HST-01,Guards,${wording},northgrid`,
      `HST-02,Doors,${wording},`,
      `PAY-01,Cards,${wording},Payline`,
      `ABC-01,Fire,${wording},Nobody Ltd`,
    ]
    await writeFile(file, ['ref,title,criteria,frequency,type,nature,Organisation', ...rows].join('\n'))
    expect((await client.call('control.preview', { file })).proposal).toMatchObject({ organisation: 'Organisation' })
    const { imported, updated, rejected } = await client.call('control.import', { engagementId, file })
    expect({ imported, updated }).toEqual({ imported: 1, updated: 1 })
    expect(rejected).toMatchObject([
      { row: 4, column: 'Organisation', code: 'control.organisation_carved_out' },
      { row: 5, column: 'Organisation', code: 'control.unknown_organisation' },
    ])
    const { controls } = await client.call('control.list', { engagementId })
    expect(controls.map(({ ref, organisation }) => [ref, organisation])).toEqual([
      ['HST-01', 'Northgrid'],
      ['HST-02', null],
    ])
  })

  it('of the inclusive method is neither carved out nor removed while controls of the matrix are its own', async () => {
    const { client, engagementId, organisationId, host, list } = await carvedOut()
    await client.call('subservice.save', { ...host, organisationId, method: 'inclusive' })
    const controlId = await addControl(client, engagementId, { ref: 'HST-01', organisationId })
    const held = { code: 'subservice.has_controls' }
    await expect(client.call('subservice.save', { ...host, organisationId })).rejects.toMatchObject(held)
    const removal = { organisationId, reason: 'moved in-house' }
    await expect(client.call('subservice.remove', removal)).rejects.toMatchObject(held)
    const { wording, ...control } = await client.call('control.get', { controlId })
    expect(control).toMatchObject({ organisationId, organisation: 'Northgrid' })
    await addControl(client, engagementId, { controlId, ref: 'HST-01', organisationId: null })
    await client.call('subservice.remove', removal)
    expect(await list()).toEqual([])
    expect(wording).toHaveLength(1)
  })

  it('refuses a report without its days, one that ends before it starts, and a bridge that ends before the report', async () => {
    const { list, report } = await carvedOut()
    const days = { periodStart: '2025-07-01', periodEnd: '2026-06-30' }
    const refused: [Partial<ParamsOf<'subservice.saveReport'>>, string][] = [
      [{}, 'subservice.period_or_date'],
      [{ periodStart: '2025-07-01' }, 'subservice.period_or_date'],
      [{ ...days, asOf: '2026-06-30' }, 'subservice.period_or_date'],
      [{ periodStart: '2026-07-01', periodEnd: '2026-06-30' }, 'period.end_before_start'],
      [{ ...days, bridgeUntil: '2026-06-29' }, 'subservice.bridge_before_end'],
      [{ ...days, reportId: 'another' }, 'subservice.report_not_found'],
    ]
    for (const [facts, code] of refused) await expect(report(facts)).rejects.toMatchObject({ code })
    expect(await list()).toMatchObject([{ reports: [] }])
  })

  it('stays while controls rest on it, goes with its reports, and comes back by undo', async () => {
    const { client, engagementId, organisationId, list, report, complementary } = await carvedOut()
    await report({ asOf: '2026-06-30' })
    const { complementaryId } = await complementary({ kind: 'csoc', organisationId })
    const remove = () => client.call('subservice.remove', { organisationId, reason: 'moved in-house' })
    await expect(remove()).rejects.toMatchObject({ code: 'subservice.has_complementary' })
    await client.call('complementary.remove', { complementaryId })
    await remove()
    expect(await list()).toEqual([])
    await client.call('journal.undo', { engagementId })
    expect(await list()).toMatchObject([{ name: 'Northgrid', reports: [{ asOf: '2026-06-30' }] }])
  })

  it('keeps its report as a file of evidence', async () => {
    const { client, engagementId, report } = await carvedOut()
    const { reportId } = await report({ asOf: '2026-06-30' })
    const file = join(client.folder, 'northgrid.txt') as FileRef
    await writeFile(file, 'report')
    await client.call('evidence.attach', { file, target: { entity: 'subserviceReport', id: reportId } })
    const { evidence } = await client.call('evidence.list', { engagementId })
    expect(evidence).toMatchObject([{ targets: [{ words: 'Northgrid, SOC 2 Type 2' }] }])
  })
})

describe('a complementary control', () => {
  it('has a reference of its own for good, and stays of its kind', async () => {
    const { client, engagementId, organisationId, complementary } = await carvedOut()
    const first = await complementary({})
    await complementary({ kind: 'csoc', organisationId })
    await client.call('complementary.remove', { complementaryId: first.complementaryId })
    expect(await complementary({})).toMatchObject({ ref: 'CUEC-2' })
    const { controls } = await client.call('complementary.list', { engagementId })
    expect(controls.map(({ ref }) => ref)).toEqual(['CUEC-2', 'CSOC-1'])
    const [cuec] = controls
    await expect(
      complementary({ complementaryId: cuec?.complementaryId, kind: 'csoc', organisationId }),
    ).rejects.toMatchObject({ code: 'complementary.kind_is_fixed' })
  })

  it('belongs to criteria in scope, to own controls, and as a CSOC to an organisation', async () => {
    const { complementary } = await carvedOut()
    await expect(complementary({ criteria: ['P1.1'] })).rejects.toMatchObject({ code: 'criterion.not_in_scope' })
    await expect(complementary({ controlIds: ['x'] })).rejects.toMatchObject({ code: 'control.not_found' })
    await expect(complementary({ kind: 'csoc' })).rejects.toMatchObject({ code: 'complementary.needs_organisation' })
    await expect(complementary({ kind: 'csoc', organisationId: 'x' })).rejects.toMatchObject({
      code: 'subservice.not_found',
    })
  })

  it('no longer names an own control that was removed, and can be saved again', async () => {
    const { client, engagementId, complementary } = await carvedOut()
    const controlId = await addControl(client, engagementId)
    const { complementaryId } = await complementary({ controlIds: [controlId] })
    await client.call('control.remove', { controlId })
    const { controls } = await client.call('complementary.list', { engagementId })
    expect(controls).toMatchObject([{ complementaryId, controlIds: [] }])
    await complementary({ complementaryId, controlIds: controls[0]?.controlIds ?? [], text: 'Users do it monthly.' })
  })

  it('stands in the matrix beside own controls, and both are written as lists', async () => {
    const { client, engagementId, complementary } = await carvedOut()
    const controlId = await addControl(client, engagementId, { criteria: ['CC8.1'] })
    await complementary({ text: '=1+1', controlIds: [controlId] })
    const { rows } = await client.call('complementary.matrix', { engagementId })
    const row = (id: string) => rows.find(({ criterionId }) => criterionId === id)
    expect(row('CC6.2')).toMatchObject({ controls: [], cuecs: ['CUEC-1'], gaps: ['only_complementary'] })
    expect(row('CC8.1')).toMatchObject({ controls: [{ ref: 'CHG-01' }], gaps: [] })
    expect(row('CC6.4')).toMatchObject({ gaps: ['nothing'] })
    const file = join(client.folder, 'complementary.csv') as FileRef
    expect(await client.call('complementary.export', { engagementId, file })).toMatchObject({ controls: 1 })
    const text = await readFile(file, 'utf8')
    expect(text).toContain('CUEC-1,Users,')
    expect(text).not.toMatch(/(^|,)"?=1/m)
  })
})
