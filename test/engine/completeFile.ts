import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileRef } from '../../shared/contract/values.ts'
import { addControl } from './fieldwork.ts'
import { openTestEngine, type TestEngine } from './openTestEngine.ts'

export const asOf = '2026-09-30'
export const reportOn = '2026-10-12'

/** The smallest file in which nothing is open: a Type 1 engagement on security, with one control for all criteria. */
export type CompleteFile = { engine: TestEngine; engagementId: string; controlId: string; evidenceId: string }

export async function openCompleteFile(): Promise<CompleteFile> {
  const engine = await openTestEngine()
  return { engine, ...(await completeEngagement(engine)) }
}

export async function completeEngagement(engine: TestEngine): Promise<Omit<CompleteFile, 'engine'>> {
  const { engagementId } = await engine.call('engagement.create', {
    client: 'Meridian Ledger',
    reportType: 'type1',
    asOf,
    categories: ['security'],
  })
  const { criteria } = await engine.call('criterion.list', { engagementId })
  const ids = criteria.map(({ criterionId }) => criterionId)
  const controlId = await addControl(engine, engagementId, { criteria: ids })
  await engine.call('walkthrough.save', {
    controlId,
    performedOn: asOf,
    performedBy: 'Ada Cole',
    instance: 'CHG-1',
    trace: 'Traced from request to release.',
    suitablyDesigned: true,
    implemented: true,
  })
  const concluded = { aspect: 'design', outcome: 'effective', rationale: 'Suitably designed.' } as const
  await engine.call('conclusion.save', { target: { entity: 'control', id: controlId }, ...concluded })
  for (const id of ids) {
    await engine.call('conclusion.save', { target: { entity: 'criterion', id, engagementId }, ...concluded })
  }
  const parts = (['description', 'design'] as const).map((part) => ({ part, form: 'unqualified' as const }))
  await engine.call('opinion.save', {
    engagementId,
    parts,
    basis: 'Nothing came to our attention.',
  })
  const evidenceId = await letters(engine, engagementId)
  await engine.call('engagement.setDates', { engagementId, reportOn, releaseOn: '2026-10-14' })
  return { engagementId, controlId, evidenceId }
}

async function letters(engine: TestEngine, engagementId: string): Promise<string> {
  const file = join(engine.folder, 'letter.txt') as FileRef
  await writeFile(file, 'We assert.')
  const letter = { engagementId, datedOn: reportOn, signedBy: 'C. Moe, CEO', asOf }
  const assertion = await engine.call('letter.save', { ...letter, kind: 'assertion' })
  const representation = await engine.call('letter.save', { ...letter, kind: 'representation' })
  const attach = (id: string) => engine.call('evidence.attach', { target: { entity: 'letter', id }, file })
  await attach(assertion.letterId)
  return (await attach(representation.letterId)).evidenceId
}
