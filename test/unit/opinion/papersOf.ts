import type { ControlPaper, CriterionPaper, DeviationPaper, OpinionPapers } from '../../../shared/opinion/papers.ts'

/** A deviation on operation that is concluded, unless said otherwise. */
export const deviation = (fields: Partial<DeviationPaper> = {}): DeviationPaper => ({
  deviationId: 'd1',
  ref: 'DEV-1',
  aspect: 'operation',
  itemId: 'CHG-00312',
  attribute: 'C',
  condition: 'The author approved the own change.',
  status: 'concluded',
  ...fields,
})

/** A control that is suitably designed and operated, unless said otherwise. */
export const control = (fields: Partial<ControlPaper> = {}): ControlPaper => ({
  controlId: 'c1',
  ref: 'CHG-01',
  title: 'Change approval',
  design: 'effective',
  operation: 'effective',
  deviations: [],
  undescribed: [],
  ...fields,
})

/** A criterion with one effective control and no conclusion of its own, unless said otherwise. */
export const criterion = (fields: Partial<CriterionPaper> = {}): CriterionPaper => ({
  criterionId: 'CC8.1',
  title: 'Changes are managed',
  controls: [control()],
  designConclusion: null,
  operationConclusion: null,
  ...fields,
})

/** Papers of a Type 2 engagement with one criterion, unless said otherwise. */
export const papers = (fields: Partial<OpinionPapers> = {}): OpinionPapers => ({
  reportType: 'type2',
  criteria: [criterion()],
  commitments: [],
  description: { open: [], notPresented: [] },
  judgements: [],
  decided: [],
  ...fields,
})
