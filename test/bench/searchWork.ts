import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileRef } from '../../shared/contract/values.ts'
import { openTestEngine, type TestEngine } from '../engine/openTestEngine.ts'
import { type Figure, figureOf, timed } from './figures.ts'

const sheets = 50
const items = 1000
const letters = ['A', 'B', 'C', 'D']
const runs = 400

/** Words of notes, frequent ones first: the nth is in every nth note or so, as words are in a language. */
const words =
  'ticket approved approver release developer review change access evidence emergency ' +
  'terminated account screenshot manager quarterly rollback hotfix encryption vendor zephyr'

/** What somebody looks for: a reference, words rare and frequent, a beginning, words in a row, filters. */
const questions = [
  'CHG-0042',
  'CTL-07',
  'zephyr',
  'approver developer',
  'emerg',
  '"approved by the approver"',
  'outcome:deviation',
  'outcome:deviation control:CTL-07 by:AC',
  'ticket -release kind:result',
  'quarterly access review',
  'note 117',
  'control:CC8.1 outcome:deviation rollback',
]

/** A search over a store of 200,000 documents: cells of test sheets, each with a note. */
export async function searchWork(): Promise<Figure[]> {
  const engine = await openTestEngine()
  try {
    await makeSheets(engine)
    const [indexed = 0] = await timed(1, () => engine.call('search.update', { rebuild: true }))
    const asked = await timed(runs, (run) =>
      engine.call('search.query', { text: questions[run % questions.length] ?? '', limit: 20 }),
    )
    const note = `${(sheets * items * letters.length).toLocaleString('en')} documents, ${questions.length} questions in turn`
    return [figureOf('search', asked, note), figureOf('search index made anew', [indexed], note)]
  } finally {
    await engine.close()
  }
}

async function makeSheets(engine: TestEngine): Promise<void> {
  const { engagementId } = await engine.call('engagement.create', {
    client: 'Northwind Ledger, Inc.',
    reportType: 'type2',
    period: { start: '2025-10-01', end: '2026-09-30' },
    categories: ['security'],
  })
  const file = join(engine.folder, 'changes.csv') as FileRef
  const rows = Array.from({ length: items }, (_, row) => `CHG-${String(row).padStart(4, '0')},2026-01-15`)
  await writeFile(file, `change_id,deployed\n${rows.join('\n')}\n`)
  const columns = { itemId: 'change_id', date: 'deployed' }
  const { populationId } = await engine.call('population.import', { engagementId, name: 'Changes', file, columns })
  await engine.call('population.conclude', { populationId, complete: true, accurate: true, procedure: 'Reconciled.' })
  for (let sheet = 0; sheet < sheets; sheet += 1) await fillSheet(engine, engagementId, populationId, sheet)
}

async function fillSheet(engine: TestEngine, engagementId: string, populationId: string, sheet: number): Promise<void> {
  const { controlId } = await engine.call('control.save', {
    engagementId,
    ref: `CTL-${String(sheet).padStart(2, '0')}`,
    title: 'Change approval',
    description: 'A second person approves a change before release.',
    criteria: ['CC8.1'],
    frequency: 'event',
    type: 'manual',
    nature: 'preventive',
  })
  const sample = await engine.call('sample.draw', { populationId, controlId, method: 'all' })
  const { procedureId } = await engine.call('procedure.save', {
    controlId,
    sampleId: sample.sampleId,
    nature: 'inspection',
    text: 'Inspect the ticket of each change.',
    attributes: letters.map((letter) => ({ letter, text: `Attribute ${letter}` })),
  })
  const cells = sample.items.flatMap(({ sampleItemId }) => letters.map((attribute) => ({ sampleItemId, attribute })))
  for (let from = 0; from < cells.length; from += 500) {
    await engine.call('result.record', {
      results: cells.slice(from, from + 500).map(({ sampleItemId, attribute }, place) => {
        const number = sheet * cells.length + from + place
        return {
          procedureId,
          sampleItemId,
          attribute,
          outcome: number % 97 === 0 ? ('deviation' as const) : ('pass' as const),
          note: noteOf(number),
        }
      }),
    })
  }
}

function noteOf(number: number): string {
  const said = words.split(' ').filter((_, rank) => number % (rank + 2) === 0)
  return `Note ${number}: ${said.join(', ')}${number % 31 === 0 ? ', approved by the approver' : ''}.`
}
