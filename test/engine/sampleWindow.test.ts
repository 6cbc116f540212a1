import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ParamsOf } from '../../shared/contract/index.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { addControl, addPopulation, openEngagement, seed } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine
let engagementId: string
let controlId: string
let populationId: string

/** Ten rows in each month of the period. */
const rows = Array.from({ length: 120 }, (_, at) => {
  const month = new Date(Date.UTC(2025, 9 + Math.floor(at / 10), 1 + (at % 10))).toISOString().slice(0, 10)
  return `T-${String(at).padStart(3, '0')},${month},${at % 2 === 0 ? 'a' : 'b'}`
})
const interim = { start: '2025-10-01', end: '2026-06-30' }
const rest = { start: '2026-07-01', end: '2026-09-30' }

beforeEach(async () => {
  ;({ engine, engagementId } = await openEngagement())
  controlId = await addControl(engine, engagementId)
  populationId = await addPopulation(engine, engagementId, rows, { columns: { date: 'day', stratum: 'system' } })
})
afterEach(() => engine.close())

const draw = (params: Partial<ParamsOf<'sample.draw'>>) =>
  engine.call('sample.draw', { populationId, controlId, method: 'random', size: 9, seed, ...params })

describe('a sample of a part of the period', () => {
  it('takes only rows dated within it, also when it is extended or an item replaced', async () => {
    const { sampleId, populationSize, window, part } = await draw({ window: interim, part: 'interim', size: 80 })
    expect([populationSize, window, part]).toEqual([90, interim, 'interim'])
    const { items } = await engine.call('sample.extend', { sampleId, by: 10, reason: 'One deviation.' })
    expect(items.every(({ date }) => date !== null && date <= interim.end)).toBe(true)
    const further = engine.call('sample.extend', { sampleId, by: 1, reason: 'More.' })
    await expect(further).rejects.toMatchObject({ code: 'sampling.size_exceeds_population' })
  })

  it('needs no reason for the other part, and one for the same part again', async () => {
    await draw({ window: interim, part: 'interim' })
    await expect(draw({ window: rest, part: 'roll_forward', size: 3 })).resolves.toMatchObject({ populationSize: 30 })
    await expect(draw({ window: interim })).rejects.toMatchObject({ code: 'sample.reason_required' })
  })

  it('lies within the observation period, and needs dates', async () => {
    const outside = { start: '2025-09-30', end: '2025-12-31' }
    await expect(draw({ window: outside })).rejects.toMatchObject({ code: 'sample.window_outside_period' })
    const undated = await addPopulation(engine, engagementId, rows.slice(0, 20))
    await expect(draw({ populationId: undated, window: interim })).rejects.toMatchObject({
      code: 'sample.window_needs_dates',
    })
  })

  it('is proven with sha256sum and sort over the ids of that part alone', async () => {
    const { sampleId } = await draw({ window: rest, part: 'roll_forward', size: 5 })
    const folder = join(engine.folder, 'proof') as FileRef
    await engine.call('sample.proof', { sampleId, file: folder })
    const shell = [
      'test $(wc -l < ids.txt) -eq 30 && sha256sum -c --quiet SHA256SUMS',
      'SEED=$(cat seed.txt)',
      `while IFS= read -r id; do printf '%s,%s' "$SEED" "$id" | sha256sum | cut -c1-64 | tr '\\n' ' '; printf '%s\\n' "$id"; done < ids.txt | LC_ALL=C sort | head -n 5 | diff sample.txt - && echo reproduced`,
    ]
    expect(execFileSync('sh', ['-ec', shell.join('\n')], { cwd: folder, encoding: 'utf8' })).toBe('reproduced\n')
  })

  it('is covered over its own months', async () => {
    const { sampleId } = await draw({ window: rest, part: 'roll_forward', size: 3, method: 'stratified' })
    const { months, density } = await engine.call('sample.coverage', { sampleId })
    expect(months.map(({ month, population, sample }) => [month, population, sample])).toEqual([
      ['2026-07', 10, 1],
      ['2026-08', 10, 1],
      ['2026-09', 10, 1],
    ])
    expect([density.length, density[0]]).toEqual([30, { day: '2026-07-01', rows: 1 }])
  })
})

describe('before a draw', () => {
  it('the spread over the months is shown, and no item', async () => {
    const preview = (stratifyBy?: 'month') =>
      engine.call('sample.preview', { populationId, size: 13, ...(stratifyBy === undefined ? {} : { stratifyBy }) })
    const byMonth = await preview('month')
    expect(byMonth.months.map(({ sample }) => sample)).toEqual([2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1])
    expect(byMonth.mayStayEmpty).toEqual([])
    // (11/12)^13 is 0.32: a month stays empty in one draw of three.
    expect((await preview()).mayStayEmpty).toHaveLength(12)
  })
})

describe('a month without a selected item', () => {
  it('is a hole until it is justified', async () => {
    const { sampleId } = await draw({ method: 'targeted', itemIds: ['T-000'] })
    const november = async () =>
      (await engine.call('sample.coverage', { sampleId })).months.find(({ month }) => month === '2025-11')
    expect(await november()).toMatchObject({ flag: 'not_selected', justified: null })
    const reason = 'The control did not run: freeze.'
    await engine.call('sample.justify', { sampleId, month: '2025-11', reason })
    expect((await november())?.justified).toBe(reason)
    await engine.call('sample.justify', { sampleId, month: '2025-11', reason: null })
    expect((await november())?.justified).toBeNull()
    const october = engine.call('sample.justify', { sampleId, month: '2025-10', reason })
    await expect(october).rejects.toMatchObject({ code: 'sample.no_hole' })
  })
})

describe('a sample that several controls share', () => {
  it('carries procedures of each, and is listed for each', async () => {
    const { sampleId } = await draw({ dualPurpose: 'ISO/IEC 27001:2022, 8.32' })
    const other = await addControl(engine, engagementId, { ref: 'CHG-02', title: 'Tests before release' })
    const procedure = {
      controlId: other,
      sampleId,
      nature: 'inspection',
      text: 'Inspect the test record.',
      attributes: [{ letter: 'A', text: 'Tests passed' }],
    } satisfies ParamsOf<'procedure.save'>
    await expect(engine.call('procedure.save', procedure)).rejects.toMatchObject({ code: 'sample.of_other_control' })
    await engine.call('sample.share', { sampleId, controlId: other, reason: 'Same changes.' })
    await engine.call('procedure.save', procedure)
    const { samples } = await engine.call('sample.list', { engagementId, controlId: other })
    expect(samples).toMatchObject([{ sampleId, controlRef: 'CHG-01', isShared: true }])
    const unshare = engine.call('sample.unshare', { sampleId, controlId: other })
    await expect(unshare).rejects.toMatchObject({ code: 'sample.shared_in_use' })
    await expect(engine.call('sample.get', { sampleId })).resolves.toMatchObject({
      dualPurpose: 'ISO/IEC 27001:2022, 8.32',
      sharedWith: [{ controlId: other, ref: 'CHG-02', reason: 'Same changes.' }],
    })
  })

  it('is not shared with its own control, and can be taken back while unused', async () => {
    const { sampleId } = await draw({})
    const own = engine.call('sample.share', { sampleId, controlId, reason: 'x' })
    await expect(own).rejects.toMatchObject({ code: 'sample.own_control' })
    const other = await addControl(engine, engagementId, { ref: 'CHG-02' })
    await engine.call('sample.share', { sampleId, controlId: other, reason: 'Same changes.' })
    await engine.call('sample.unshare', { sampleId, controlId: other })
    await engine.call('sample.share', { sampleId, controlId: other, reason: 'After all.' })
    expect((await engine.call('sample.get', { sampleId })).sharedWith).toMatchObject([{ reason: 'After all.' }])
  })
})

describe('a mark of the period', () => {
  it('is shown with the samples of its control, or of all', async () => {
    const { sampleId } = await draw({})
    const other = await addControl(engine, engagementId, { ref: 'CHG-02' })
    const mark = {
      engagementId,
      kind: 'outage',
      title: 'Ticket system down',
      startOn: '2026-01-03',
      endOn: '2026-01-05',
    } as const
    const { markId } = await engine.call('periodMark.save', mark)
    await engine.call('periodMark.save', { ...mark, title: 'Freeze', kind: 'freeze', controlId: other })
    const shown = async () => (await engine.call('sample.coverage', { sampleId })).marks.map(({ title }) => title)
    expect(await shown()).toEqual(['Ticket system down'])
    await engine.call('periodMark.remove', { markId })
    expect(await shown()).toEqual([])
    const backwards = engine.call('periodMark.save', { ...mark, endOn: '2026-01-02' })
    await expect(backwards).rejects.toMatchObject({ code: 'period.end_before_start' })
  })
})
