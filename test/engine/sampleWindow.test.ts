import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ParamsOf } from '../../shared/contract/index.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { addControl, addPopulation, at, openEngagement, period, seed } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine
let engagementId: string
let controlId: string
let populationId: string

/** Ten rows in each month of the period. */
const rows = Array.from({ length: 120 }, (_, place) => {
  const month = new Date(Date.UTC(2025, 9 + Math.floor(place / 10), 1 + (place % 10))).toISOString().slice(0, 10)
  return `T-${String(place).padStart(3, '0')},${month},${place % 2 === 0 ? 'a' : 'b'}`
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

  it('needs a reason for a day more or less too: that is no other part', async () => {
    await draw({ window: interim, part: 'interim' })
    const nearly = { start: interim.start, end: '2026-06-29' }
    await expect(draw({ window: nearly, part: 'interim' })).rejects.toMatchObject({ code: 'sample.reason_required' })
    await expect(draw({})).rejects.toMatchObject({ code: 'sample.reason_required' })
    const redrawn = await draw({ window: nearly, part: 'interim', reason: 'The list of June came later.' })
    expect(redrawn.redrawReason).toBe('The list of June came later.')
  })

  it('lies within the observation period, and needs dates', async () => {
    const outside = { start: '2025-09-30', end: '2025-12-31' }
    await expect(draw({ window: outside })).rejects.toMatchObject({ code: 'sample.window_outside_period' })
    await expect(draw({ part: 'interim' })).rejects.toMatchObject({ code: 'sample.part_needs_window' })
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
      engine.call('sample.preview', {
        populationId,
        controlId,
        size: 13,
        ...(stratifyBy === undefined ? {} : { stratifyBy }),
      })
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

describe('a control that changed within the period', () => {
  const changedOn = '2026-03-01'
  const split = () =>
    engine.call('control.splitVersion', {
      controlId,
      effectiveOn: changedOn,
      description: 'Two people approve a change before release.',
      frequency: 'event',
      type: 'manual',
      nature: 'preventive',
    })

  it('is drawn from version by version, each from its own days', async () => {
    const { controlVersionId } = await split()
    const later = await draw({ controlVersionId })
    expect(later).toMatchObject({
      controlVersionId,
      part: 'version',
      window: { start: changedOn, end: period.end },
      populationSize: 70,
    })
    const { wording } = await engine.call('control.get', { controlId })
    const versions = wording.map((version) => version.controlVersionId)
    const first = at(
      versions.filter((version) => version !== controlVersionId),
      0,
    )
    const earlier = await draw({ controlVersionId: first })
    expect(earlier).toMatchObject({ window: { start: period.start, end: '2026-02-28' }, populationSize: 50 })
    const { controlVersions } = await engine.call('sample.coverage', { sampleId: later.sampleId })
    expect(controlVersions).toMatchObject([
      { controlVersionId: first, start: period.start, end: '2026-02-28' },
      { controlVersionId, start: changedOn, end: period.end },
    ])
  })

  it('has the version of the days that are drawn from, and no draw for both at once', async () => {
    const { controlVersionId } = await split()
    const spring = { start: '2026-03-01', end: '2026-05-31' }
    await expect(draw({ window: spring, part: 'version' })).resolves.toMatchObject({ controlVersionId })
    await expect(draw({ window: interim, part: 'version' })).rejects.toMatchObject({ code: 'sample.not_one_version' })
    await expect(draw({ window: interim, controlVersionId })).rejects.toMatchObject({ code: 'sample.not_one_version' })
    const unknown = draw({ controlVersionId: 'of another control' })
    await expect(unknown).rejects.toMatchObject({ code: 'sample.unknown_version' })
  })
})

describe('a draw', () => {
  it('is not larger than a test sheet', async () => {
    const many = Array.from({ length: 20_001 }, (_, place) => `M-${place},2026-01-01,a`)
    const large = await addPopulation(engine, engagementId, many, { columns: { date: 'day' } })
    for (const method of ['all', 'random'] as const) {
      const drawn = draw({ populationId: large, method, size: 20_001 })
      await expect(drawn).rejects.toMatchObject({ code: 'sample.too_large' })
    }
    const { sampleId } = await draw({ populationId: large, size: 5 })
    const further = engine.call('sample.extend', { sampleId, by: 19_996, reason: 'All of them.' })
    await expect(further).rejects.toMatchObject({ code: 'sample.too_large' })
  })
})

describe('all samples of a control', () => {
  it('are seen on one map, each population once', async () => {
    const { sampleId } = await draw({ window: interim, part: 'interim', method: 'stratified' })
    await draw({ window: rest, part: 'roll_forward', size: 3, method: 'stratified' })
    const map = await engine.call('sample.controlCoverage', { controlId })
    expect(map.months.every(({ population, sample, flag }) => population === 10 && sample === 1 && flag === null)).toBe(
      true,
    )
    expect(map.parts).toMatchObject([
      { sampleId, part: 'interim', ...interim },
      { part: 'roll_forward', ...rest },
    ])
    expect([map.days.length, map.density.length]).toEqual([12, 120])
  })

  it('show before the first draw that nothing is covered', async () => {
    const map = await engine.call('sample.controlCoverage', { controlId })
    expect([map.months.length, map.days, map.period]).toEqual([12, [], period])
  })
})
