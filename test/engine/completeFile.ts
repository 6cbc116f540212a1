import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReportType } from '../../shared/contract/engagement.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { documentOf } from '../../shared/richText/paragraphs.ts'
import { addControl, addPopulation, period, recordAll, seed } from './fieldwork.ts'
import { openTestEngine, type TestEngine } from './openTestEngine.ts'

export const asOf = '2026-09-30'
export const reportOn = '2026-10-12'

/** Whose file it is, its dates, what management's letters say, and whether it is of a period. */
type Facts = {
  client: string
  asOf: string
  reportOn: string
  releaseOn: string
  letter: string
  /** Type 1 unless it is said. */
  reportType?: ReportType
}

const usual: Facts = { client: 'Meridian Ledger', asOf, reportOn, releaseOn: '2026-10-14', letter: 'We assert.' }

/** The smallest file in which nothing is open: an engagement on security, with one control for all criteria. */
export type CompleteFile = { engine: TestEngine; engagementId: string; controlId: string; evidenceId: string }

export async function openCompleteFile(reportType: ReportType = 'type1'): Promise<CompleteFile> {
  const engine = await openTestEngine()
  return { engine, ...(await completeEngagement(engine, { ...usual, reportType })) }
}

export async function completeEngagement(
  engine: TestEngine,
  facts: Facts = usual,
): Promise<Omit<CompleteFile, 'engine'>> {
  const { reportType = 'type1' } = facts
  const { engagementId } = await engine.call('engagement.create', {
    client: facts.client,
    reportType,
    ...(reportType === 'type1' ? { asOf: facts.asOf } : { period }),
    categories: ['security'],
  })
  const { criteria } = await engine.call('criterion.list', { engagementId })
  const ids = criteria.map(({ criterionId }) => criterionId)
  const controlId = await addControl(engine, engagementId, { criteria: ids })
  await engine.call('walkthrough.save', {
    controlId,
    performedOn: facts.asOf,
    performedBy: 'Ada Cole',
    instance: 'CHG-1',
    trace: 'Traced from request to release.',
    suitablyDesigned: true,
    implemented: true,
  })
  if (reportType === 'type2') await testOperation(engine, engagementId, controlId)
  const aspects = reportType === 'type2' ? (['design', 'operation'] as const) : (['design'] as const)
  for (const aspect of aspects) {
    const concluded = { aspect, outcome: 'effective', rationale: 'As the papers show.' } as const
    await engine.call('conclusion.save', { target: { entity: 'control', id: controlId }, ...concluded })
    for (const id of ids) {
      await engine.call('conclusion.save', { target: { entity: 'criterion', id, engagementId }, ...concluded })
    }
  }
  const parts = (['description', ...aspects] as const).map((part) => ({ part, form: 'unqualified' as const }))
  await engine.call('opinion.save', {
    engagementId,
    parts,
    basis: 'Nothing came to our attention.',
  })
  await describeSystem(engine, engagementId)
  const evidenceId = await letters(engine, engagementId, facts)
  await signAll(engine, engagementId)
  const dates = { reportOn: facts.reportOn, releaseOn: facts.releaseOn }
  await engine.call('engagement.setDates', { engagementId, ...dates })
  return { engagementId, controlId, evidenceId }
}

/** Two changes of the period, looked at on one test sheet. */
async function testOperation(engine: TestEngine, engagementId: string, controlId: string): Promise<void> {
  const rows = ['CHG-1,2026-02-03,billing', 'CHG-2,2026-05-06,billing']
  const populationId = await addPopulation(engine, engagementId, rows, { columns: { date: 'day' } })
  await engine.call('sample.draw', { populationId, controlId, method: 'random', size: 2, seed })
  const { procedureId } = await engine.call('procedure.save', {
    controlId,
    nature: 'inspection',
    timing: 'throughout',
    text: 'Inspect the ticket of each change.',
    attributes: [{ letter: 'A', text: 'Approved by a second person' }],
  })
  await recordAll(engine, procedureId)
}

async function describeSystem(engine: TestEngine, engagementId: string): Promise<void> {
  const paragraph = 'The system keeps ledgers.'
  const { sectionId } = await engine.call('description.saveSection', {
    engagementId,
    title: 'System',
    content: documentOf(paragraph),
  })
  const { checks } = await engine.call('description.checklist', { engagementId })
  for (const { criterionId } of checks) {
    await engine.call('description.link', { sectionId, criterionId, paragraph })
    await engine.call('description.assess', {
      engagementId,
      criterionId,
      outcome: 'presented',
      implementation: 'Seen in the ledger.',
    })
  }
}

/** Signs every paper that waits for its preparer. */
export async function signAll(engine: TestEngine, engagementId: string): Promise<void> {
  const { items } = await engine.call('review.queue', { engagementId, role: 'preparer', limit: 1000 })
  for (const { target } of items) await engine.call('signOff.add', { target, role: 'preparer' })
}

async function letters(engine: TestEngine, engagementId: string, facts: Facts): Promise<string> {
  const file = join(engine.folder, 'letter.txt') as FileRef
  await writeFile(file, facts.letter)
  const about =
    facts.reportType === 'type2' ? { periodStart: period.start, periodEnd: period.end } : { asOf: facts.asOf }
  const letter = { engagementId, datedOn: facts.reportOn, signedBy: 'C. Moe, CEO', ...about }
  const assertion = await engine.call('letter.save', { ...letter, kind: 'assertion' })
  const representation = await engine.call('letter.save', { ...letter, kind: 'representation' })
  const attach = (id: string) => engine.call('evidence.attach', { target: { entity: 'letter', id }, file })
  await attach(assertion.letterId)
  return (await attach(representation.letterId)).evidenceId
}
