import type { ResultOf } from '../../../shared/contract/index.ts'
import { count } from '../../../shared/opinion/words.ts'
import type { Call } from '../handler.ts'

/** A seed whose 25 items hold one of the planted deviations. */
const seed = '20261020000000000033'

type Cells = { deployed: string; author: string; approver: string; tests: string; approvedOn: string }

/** What is looked at on every change, and when it holds. */
const attributes: { letter: string; text: string; expected: string; holds: (cells: Cells) => boolean }[] = [
  {
    letter: 'A',
    text: 'Approved by a person other than the author',
    expected: 'An approver is named, and it is not the author',
    holds: ({ author, approver }) => approver !== '' && approver !== author,
  },
  {
    letter: 'B',
    text: 'Approved on or before the day of deployment',
    expected: 'The approval is not later than the deployment',
    holds: ({ deployed, approvedOn }) => approvedOn !== '' && approvedOn <= deployed,
  },
  {
    letter: 'C',
    text: 'Tests passed before deployment',
    expected: 'The tests of the pipeline ended as passed',
    holds: ({ tests }) => tests === 'passed',
  },
]

/** Tests the control over changes in the sample engagement: walkthrough, draw, procedure, sheet, deviations, conclusions. */
export async function testChanges(
  call: Call,
  engagementId: string,
  populations: ReadonlyMap<string, string>,
): Promise<void> {
  const { controls } = await call('control.list', { engagementId, limit: 1000 })
  const controlId = controls.find(({ ref }) => ref === 'CHG-01')?.controlId
  const populationId = populations.get('Changes')
  if (controlId === undefined || populationId === undefined) throw new TypeError('The sample engagement is incomplete')
  await walkThrough(call, controlId)
  const sample = await call('sample.draw', { populationId, controlId, method: 'random', size: 25, risk: 'low', seed })
  const { procedureId } = await call('procedure.save', {
    controlId,
    sampleId: sample.sampleId,
    nature: 'inspection',
    timing: 'throughout',
    text: 'For {sample size} of {population size} {population} in {period}, inspect the ticket, its approval and the deployment record.',
    attributes: attributes.map(({ letter, text, expected }) => ({ letter, text, expected })),
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
    rationale: `${count(sample.items.length, 'item')} tested, ${count(failed.length, 'deviation')}.`,
  })
}

/** One change traced end to end, which says nothing about how the control operated over the period. */
async function walkThrough(call: Call, controlId: string): Promise<void> {
  await call('walkthrough.save', {
    controlId,
    performedOn: '2026-02-17',
    performedBy: 'Sample Auditor',
    metWith: 'Engineering lead',
    instance: 'CHG-00512',
    trace: 'From the ticket over review and approval to the deployment record; the pipeline asked for an approver.',
    forms: 'Change ticket, approval screen of the pipeline',
    suitablyDesigned: true,
    implemented: true,
  })
  await call('conclusion.save', {
    target: { entity: 'control', id: controlId },
    aspect: 'design',
    outcome: 'effective',
    rationale: 'The walkthrough found the control suitably designed and in place.',
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
