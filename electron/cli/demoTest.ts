import type { ResultOf } from '../../shared/contract/index.ts'
import type { Call } from './demoFile.ts'

/** A seed whose 25 items hold one of the planted deviations. */
const seed = '20261020000000000033'

type Cells = { deployed: string; author: string; approver: string; tests: string; approvedOn: string }

/** What is looked at on every change, and when it holds. */
const attributes: { letter: string; text: string; holds: (cells: Cells) => boolean }[] = [
  {
    letter: 'A',
    text: 'Approved by a person other than the author',
    holds: ({ author, approver }) => approver !== '' && approver !== author,
  },
  {
    letter: 'B',
    text: 'Approved on or before the day of deployment',
    holds: ({ deployed, approvedOn }) => approvedOn !== '' && approvedOn <= deployed,
  },
  { letter: 'C', text: 'Tests passed before deployment', holds: ({ tests }) => tests === 'passed' },
]

/** Tests the control over changes in the sample engagement: draw, procedure, sheet, deviations, conclusion. */
export async function demoTest(
  call: Call,
  engagementId: string,
  populations: ReadonlyMap<string, string>,
): Promise<void> {
  const { controls } = await call('control.list', { engagementId, limit: 1000 })
  const controlId = controls.find(({ ref }) => ref === 'CHG-01')?.controlId
  const populationId = populations.get('Changes')
  if (controlId === undefined || populationId === undefined) throw new TypeError('The sample engagement is incomplete')
  const sample = await call('sample.draw', { populationId, controlId, method: 'random', size: 25, risk: 'low', seed })
  const { procedureId } = await call('procedure.save', {
    controlId,
    sampleId: sample.sampleId,
    nature: 'inspection',
    text: 'For each change, inspect the ticket, its approval and the deployment record.',
    attributes: attributes.map(({ letter, text }) => ({ letter, text })),
  })
  const cells = sample.items.flatMap((item) =>
    attributes.map(({ letter, holds }) => ({ item, letter, passes: holds(cellsOf(sample, item.cells)) })),
  )
  await call('result.record', {
    results: cells.map(({ item, letter, passes }) => ({
      procedureId,
      sampleItemId: item.sampleItemId,
      attribute: letter,
      outcome: passes ? ('pass' as const) : ('deviation' as const),
    })),
  })
  const failed = cells.filter(({ passes }) => !passes)
  for (const { item, letter } of failed) {
    await call('deviation.save', {
      controlId,
      procedureId,
      sampleItemId: item.sampleItemId,
      attribute: letter,
      condition: `${item.itemId} does not meet attribute ${letter}.`,
    })
  }
  await call('conclusion.save', {
    target: { entity: 'control', id: controlId },
    aspect: 'operation',
    outcome: failed.length === 0 ? 'effective' : 'not_effective',
    rationale: `${sample.items.length} items tested, ${failed.length} deviations.`,
  })
}

function cellsOf({ header }: ResultOf<'sample.draw'>, cells: readonly string[]): Cells {
  const cell = (column: string) => cells[header.indexOf(column)] ?? ''
  return {
    deployed: cell('deployed'),
    author: cell('author'),
    approver: cell('approver'),
    tests: cell('tests'),
    approvedOn: cell('approved_on'),
  }
}
