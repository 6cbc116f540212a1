import { join } from 'node:path'
import type { FileRef } from '../../shared/contract/values.ts'
import { changesFile, openFieldwork } from '../engine/fieldwork.ts'
import type { TestEngine } from '../engine/openTestEngine.ts'
import { tscCriteria } from '../../electron/engine/catalogue.ts'
import { type Figure, figureOf, timed } from './figures.ts'

const controls = 200
const items = 25
const runs = 3

/** The report of an engagement with 200 controls, each tested on 25 items with three attributes, as every kind of file. */
export async function reportWork(): Promise<Figure[]> {
  const { engine, engagementId, populationId } = await openFieldwork()
  try {
    for (let at = 0; at < controls; at += 1) await addTestedControl(engine, engagementId, populationId, at)
    const note = `${controls} controls, ${controls * items * 3} results of ${changesFile.split('/').at(-1)}`
    const figures: Figure[] = []
    for (const format of ['docx', 'html', 'xlsx'] as const) {
      const file = join(engine.folder, `report.${format}`) as FileRef
      const durations = await timed(runs, () => engine.call('report.export', { engagementId, format, file }))
      figures.push(figureOf(`report as ${format}`, durations, note))
    }
    const check = await timed(runs, () => engine.call('report.check', { engagementId }))
    const file = join(engine.folder, 'papers.xlsx') as FileRef
    const papers = await timed(1, () => engine.call('workpapers.export', { engagementId, file, format: 'xlsx' }))
    return [...figures, figureOf('report against papers', check, note), figureOf('workpapers as xlsx', papers, note)]
  } finally {
    await engine.close()
  }
}

async function addTestedControl(
  engine: TestEngine,
  engagementId: string,
  populationId: string,
  at: number,
): Promise<void> {
  const { controlId } = await engine.call('control.save', {
    engagementId,
    ref: `CTL-${String(at + 1).padStart(3, '0')}`,
    title: `Control ${at + 1}`,
    description:
      'A second person approves each change before it is released, and the tool refuses a release without it.',
    criteria: [tscCriteria[at % 33]?.criterionId ?? 'CC8.1'],
    frequency: 'event',
    type: 'manual',
    nature: 'preventive',
  })
  const seed = `48203571096612834${at + 100}`
  await engine.call('sample.draw', { populationId, controlId, method: 'random', size: items, seed })
  const { procedureId } = await engine.call('procedure.save', {
    controlId,
    nature: 'inspection',
    text: 'Inspect the ticket of each change for the approval of a second person before release.',
    attributes: ['A', 'B', 'C'].map((letter) => ({ letter, text: `Attribute ${letter} holds` })),
  })
  const sheet = await engine.call('result.sheet', { procedureId })
  await engine.call('result.record', {
    results: sheet.items.flatMap(({ sampleItemId }, place) =>
      sheet.procedure.attributes.map(({ letter }) => ({
        procedureId,
        sampleItemId,
        attribute: letter,
        outcome: at % 10 === 0 && place === 0 && letter === 'A' ? ('deviation' as const) : ('pass' as const),
      })),
    ),
  })
  if (at % 10 !== 0) return
  const sampleItemId = sheet.items[0]?.sampleItemId ?? ''
  const where = { controlId, procedureId, sampleItemId, attribute: 'A' }
  await engine.call('deviation.save', { ...where, condition: 'The change was approved by its own author.' })
}
