import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileRef } from '../../shared/contract/values.ts'
import { documentOf } from '../../shared/richText/paragraphs.ts'
import { at, type Fieldwork, openTesting } from './fieldwork.ts'

/** Fieldwork with one paper of every kind, and their ids by the name that parameters give them. */
export type OnePaperEach = Fieldwork & { papers: Record<string, string> }

export async function openOnePaperEach(): Promise<OnePaperEach> {
  const { sample, procedureId, ...fieldwork } = await openTesting()
  const { engine, engagementId, controlId, populationId } = fieldwork
  const file = join(engine.folder, 'ticket.txt') as FileRef
  await writeFile(file, 'Approved by B. Lee')
  const { evidenceId } = await engine.call('evidence.attach', { target: { entity: 'control', id: controlId }, file })
  const { tickmarkId } = await engine.call('tickmark.save', { engagementId, symbol: '✓', meaning: 'Agreed' })
  const { deviationId } = await engine.call('deviation.save', { controlId, condition: 'No approval' })
  const asked = { engagementId, kind: 'other', title: 'The policy', text: 'Send the policy.' } as const
  const { requestId } = await engine.call('request.create', asked)
  const days = { startOn: '2026-01-01', endOn: '2026-01-02' }
  const { markId } = await engine.call('periodMark.save', { engagementId, kind: 'outage', title: 'Outage', ...days })
  const worked = { phase: 'fieldwork', workedOn: '2026-10-01', minutes: 90 } as const
  const { timeEntryId } = await engine.call('hours.record', { engagementId, ...worked })
  const { walkthroughId } = await engine.call('walkthrough.save', {
    controlId,
    performedOn: '2026-02-02',
    performedBy: 'Ada Cole',
    instance: 'CHG-1',
    trace: 'Traced.',
    suitablyDesigned: true,
    implemented: true,
  })
  const host = { engagementId, name: 'Northgrid', service: 'Hosting', method: 'carve_out' } as const
  const { organisationId } = await engine.call('subservice.save', {
    ...host,
    assertionObtained: false,
    representationObtained: false,
  })
  const report = { title: 'SOC 2 Type 2', periodStart: '2025-10-01', periodEnd: '2026-09-30' }
  const { reportId } = await engine.call('subservice.saveReport', { organisationId, opinion: 'unqualified', ...report })
  const { complementaryId } = await engine.call('complementary.save', {
    engagementId,
    kind: 'cuec',
    text: 'Users keep their passwords.',
    criteria: [],
  })
  const { letterId } = await engine.call('letter.save', { engagementId, kind: 'assertion' })
  const { narrativeId } = await engine.call('narrative.save', { engagementId, kind: 'memo', title: 'Materiality' })
  const { commitmentId } = await engine.call('commitment.save', { engagementId, kind: 'commitment', text: 'Kept.' })
  const part = { component: 'data', name: 'Ledgers', included: true } as const
  const { partId } = await engine.call('boundary.save', { engagementId, ...part })
  const paragraph = 'The service keeps ledgers.'
  const { sectionId } = await engine.call('description.saveSection', {
    engagementId,
    criterionId: 'DC 1',
    title: 'Services',
    content: documentOf(paragraph),
  })
  const { linkId } = await engine.call('description.link', { sectionId, criterionId: 'DC 1', paragraph })
  const moved = { changedOn: '2026-03-01', title: 'A new host', text: 'Moved to another host.' }
  const { changeId } = await engine.call('significantChange.save', { engagementId, ...moved })
  const told = { controlRef: 'CHG-01', ref: 'DEV-7', periodEnd: '2025-09-30', condition: 'Approved late.' }
  const { followUpId } = await engine.call('followUp.add', { engagementId, ...told })
  const ofControl = { entity: 'control', id: controlId } as const
  const { signOffId } = await engine.call('signOff.add', { target: ofControl, role: 'preparer' })
  const { noteId } = await engine.call('note.open', { target: ofControl, text: 'Who owns it?' })
  const sampleItemId = at(sample.items, 0).sampleItemId
  const papers = {
    engagementId,
    controlId,
    populationId,
    procedureId,
    evidenceId,
    tickmarkId,
    deviationId,
    requestId,
    markId,
    walkthroughId,
    organisationId,
    reportId,
    complementaryId,
    letterId,
    narrativeId,
    timeEntryId,
    commitmentId,
    partId,
    sectionId,
    linkId,
    changeId,
    followUpId,
    signOffId,
    noteId,
    sampleItemId,
    sampleId: sample.sampleId,
    id: controlId,
  }
  return { ...fieldwork, papers }
}
