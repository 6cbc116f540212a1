import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { DeviationStatus } from '../../shared/contract/deviation.ts'
import type { ParamsOf, ResultOf } from '../../shared/contract/index.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { deviationSteps } from '../../shared/deviation/steps.ts'
import { type Colleague, openTestEngine, type TestEngine } from './openTestEngine.ts'

/** An engagement in fieldwork: a control and a population that was concluded on. */
export type Fieldwork = { engine: TestEngine; engagementId: string; controlId: string; populationId: string }

export const seed = '48203571096612834477'
export const period = { start: '2025-10-01', end: '2026-09-30' }

/** The change tickets of the sample engagement: 1,402 rows, of which one is a duplicate and one is after the period. */
export const changesFile = resolve(import.meta.dirname, '../../resources/demo/changes.csv') as FileRef
export const duplicateRow = 1402
export const lateRow = 1403

export async function openEngagement(
  scope: Partial<ParamsOf<'engagement.create'>> = {},
  colleague?: Colleague,
): Promise<{ engine: TestEngine; engagementId: string }> {
  const engine = await openTestEngine(colleague === undefined ? {} : { colleague })
  const { engagementId } = await engine.call('engagement.create', {
    client: 'Meridian Ledger',
    reportType: 'type2',
    period,
    categories: ['security', 'availability'],
    ...scope,
  })
  return { engine, engagementId }
}

export async function addControl(
  engine: TestEngine,
  engagementId: string,
  control: Partial<ParamsOf<'control.save'>> = {},
): Promise<string> {
  const { controlId } = await engine.call('control.save', {
    engagementId,
    ref: 'CHG-01',
    title: 'Change approval',
    description: 'A second person approves a change before release.',
    criteria: ['CC8.1'],
    frequency: 'event',
    type: 'manual',
    nature: 'preventive',
    ...control,
  })
  return controlId
}

/** Imports a list with the columns id, day and system, and concludes on it. */
export async function addPopulation(
  engine: TestEngine,
  engagementId: string,
  rows: readonly string[],
  { concluded = true, columns = {} }: { concluded?: boolean; columns?: { date?: string; stratum?: string } } = {},
): Promise<string> {
  const file = join(engine.folder, `list-${rows.length}.csv`) as FileRef
  await writeFile(file, ['id,day,system', ...rows, ''].join('\n'))
  const { populationId } = await engine.call('population.import', {
    engagementId,
    name: 'Runs of the control',
    file,
    columns: { itemId: 'id', ...columns },
  })
  if (concluded)
    await engine.call('population.conclude', {
      populationId,
      complete: true,
      accurate: true,
      procedure: 'Agreed to the source.',
    })
  return populationId
}

/** The change tickets, settled and concluded on, with the control that they are runs of. */
export async function openFieldwork(colleague?: Colleague): Promise<Fieldwork> {
  const { engine, engagementId } = await openEngagement({}, colleague)
  const controlId = await addControl(engine, engagementId)
  const { populationId } = await engine.call('population.import', {
    engagementId,
    name: 'Change tickets',
    file: changesFile,
    columns: { itemId: 'change_id', date: 'deployed', stratum: 'system' },
  })
  await engine.call('population.settle', {
    populationId,
    decisions: [
      { row: duplicateRow, decision: 'exclude', reason: 'The same ticket again.' },
      { row: lateRow, decision: 'exclude', reason: 'After the period.' },
    ],
  })
  await engine.call('population.conclude', {
    populationId,
    complete: true,
    accurate: true,
    procedure: 'Reconciled to the count of the ticket system.',
  })
  return { engine, engagementId, controlId, populationId }
}

/** A sample of five changes and a procedure with the attributes A to C on it. */
export async function openTesting(
  colleague?: Colleague,
): Promise<Fieldwork & { sample: ResultOf<'sample.draw'>; procedureId: string }> {
  const fieldwork = await openFieldwork(colleague)
  const { engine, controlId, populationId } = fieldwork
  const sample = await engine.call('sample.draw', { populationId, controlId, method: 'random', size: 5, seed })
  const { procedureId } = await engine.call('procedure.save', {
    controlId,
    nature: 'inspection',
    text: 'Inspect the ticket of each change.',
    attributes: [
      { letter: 'A', text: 'Approved by a second person' },
      { letter: 'B', text: 'Approved before release' },
      { letter: 'C', text: 'Tests passed' },
    ],
  })
  return { ...fieldwork, sample, procedureId }
}

/** Records the same outcome in every cell of a test sheet. */
export async function recordAll(
  engine: TestEngine,
  procedureId: string,
  outcome: 'pass' | 'not_applicable' = 'pass',
): Promise<void> {
  const { items, procedure } = await engine.call('result.sheet', { procedureId })
  await engine.call('result.record', {
    results: items
      .filter(({ replacedBecause }) => replacedBecause === null)
      .flatMap(({ sampleItemId }) =>
        procedure.attributes.map(({ letter }) => ({ procedureId, sampleItemId, attribute: letter, outcome })),
      ),
  })
}

/** Takes a deviation step by step to where it is wanted. */
export async function advanceTo(engine: TestEngine, deviationId: string, status: DeviationStatus): Promise<void> {
  for (const step of deviationSteps.slice(1, deviationSteps.indexOf(status) + 1)) {
    await engine.call('deviation.advance', { deviationId, status: step })
  }
}

/** The n-th of a list that is known to be long enough. */
export function at<T>(list: readonly T[], place: number): T {
  const found = list[place]
  if (found === undefined) throw new RangeError(`There is no element ${place}`)
  return found
}

/** How many journal entries an engagement has. */
export async function entriesOf(engine: TestEngine, engagementId: string): Promise<number> {
  return (await engine.call('journal.list', { engagementId })).total
}
