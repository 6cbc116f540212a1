import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileRef } from '../../shared/contract/values.ts'
import { addPopulation, at, openTesting, recordAll, seed } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

/** Two engagements of one client that follow each other, each with a tested sample of the same control. */
export type TwoPeriods = {
  engine: TestEngine
  priorId: string
  priorControlId: string
  priorProcedureId: string
  engagementId: string
  controlId: string
  procedureId: string
}

/**
 * Last year: five changes, one of which deviated (20 %), a file of evidence, a control that is gone now. This year: all of the
 * same five tickets selected again with the same seed from a list of five, none deviates, the same file attached, one word of the
 * control changed, and a new control.
 */
export async function openTwoPeriods(): Promise<TwoPeriods> {
  const { engine, engagementId: priorId, controlId: priorControlId, procedureId, sample } = await openTesting()
  const { call } = engine
  await recordAll(engine, procedureId)
  const { sampleItemId } = at(sample.items, 0)
  await call('result.record', {
    procedureId,
    sampleItemId,
    attribute: 'B',
    outcome: 'deviation',
    note: 'Approved late.',
  })
  await call('deviation.save', {
    controlId: priorControlId,
    procedureId,
    sampleItemId,
    attribute: 'B',
    condition: 'Approved late.',
  })
  const concluded = { aspect: 'operation', outcome: 'effective_with_deviations', rationale: 'One of five.' } as const
  await call('conclusion.save', { target: { entity: 'control', id: priorControlId }, ...concluded })
  const file = join(engine.folder, 'ticket.txt') as FileRef
  await writeFile(file, 'Approved by B. Lee')
  await call('evidence.attach', { target: { entity: 'control', id: priorControlId }, file })
  await call('control.save', { engagementId: priorId, ref: 'OLD-01', title: 'Fax log', ...worded, criteria: [] })

  const period = { start: '2026-10-01', end: '2027-09-30' }
  const { engagementId } = await call('engagement.rollForward', { engagementId: priorId, period })
  const { controls } = await call('control.list', { engagementId })
  const [change, old] = [at(controls, 0), at(controls, 1)]
  const { controlId } = change
  await call('control.remove', { controlId: old.controlId })
  await call('control.save', { engagementId, ref: 'NEW-01', title: 'Chat log', ...worded, criteria: [] })
  await call('control.save', {
    engagementId,
    controlId,
    ref: 'CHG-01',
    title: 'Change approval',
    criteria: ['CC8.1'],
    ...worded,
    description: 'A third person approves a change before release.',
  })
  const rows = sample.items.map(({ itemId }) => `${itemId},2026-11-01,billing`)
  const populationId = await addPopulation(engine, engagementId, rows)
  await call('sample.draw', { populationId, controlId, method: 'random', size: 5, seed })
  const { procedures } = await call('procedure.list', { engagementId, controlId })
  const carried = at(procedures, 0)
  const { procedureId: nextId, ...rest } = carried
  await call('procedure.save', {
    procedureId: nextId,
    controlId,
    nature: rest.nature,
    text: rest.text,
    attributes: rest.attributes,
  })
  await recordAll(engine, nextId)
  await call('evidence.attach', { target: { entity: 'control', id: controlId }, file })
  return {
    engine,
    priorId,
    priorControlId,
    priorProcedureId: procedureId,
    engagementId,
    controlId,
    procedureId: nextId,
  }
}

const worded = {
  description: 'Kept for a year.',
  frequency: 'event',
  type: 'manual',
  nature: 'preventive',
} as const
