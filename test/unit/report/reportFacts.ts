import type { ReportControl, ReportFacts, ReportPart, ReportProcedure } from '../../../shared/report/facts.ts'
import { documentOf } from '../../../shared/richText/paragraphs.ts'
import { usualSettings } from '../../../shared/report/settings.ts'

export const procedure: ReportProcedure = {
  procedureId: 'p1',
  nature: 'inspection',
  aspect: 'operation',
  text: 'Inspect the ticket of selected changes.',
  sample: { size: 25, populationSize: 1402, population: 'Change tickets' },
  attributes: [{ letter: 'A', text: 'Approved before release', tested: 25, found: 0, untested: 0 }],
  performed: true,
  deviations: [],
  undescribed: 0,
}

export const control: ReportControl = {
  controlId: 'c1',
  ref: 'CHG-01',
  title: 'Change approval',
  organisation: null,
  wordings: [{ from: null, text: 'A second person approves a change before release' }],
  criteria: ['CC8.1'],
  operation: 'effective',
  confirmation: null,
  procedures: [procedure],
  otherDeviations: [],
}

const unqualified = (part: ReportPart['part']): ReportPart => ({
  part,
  form: 'unqualified',
  reasoning: '',
  failing: [],
  broken: [],
})

/** A Type 2 report in order: everything decided, nothing found. */
export const type2: ReportFacts = {
  client: 'Meridian Ledger',
  system: null,
  reportType: 'type2',
  scope: { start: '2025-10-01', end: '2026-09-30' },
  categories: ['security', 'availability'],
  reportOn: '2026-11-20',
  settings: {
    ...usualSettings,
    firmName: 'Cole & Partners',
    firmPlace: 'Boston, Massachusetts',
    auditorsWording: 'adopted',
  },
  parts: [unqualified('description'), unqualified('design'), unqualified('operation')],
  basis: null,
  criteria: [{ criterionId: 'CC8.1', title: 'Changes are controlled', controls: ['CHG-01'] }],
  controls: [control],
  organisations: [],
  cuecs: [],
  assertion: { text: 'We assert.\n\nAll of it.', datedOn: '2026-11-18', signedBy: 'R. Osei' },
  description: [{ heading: 'Services', content: documentOf('A ledger.') }],
  commitments: [],
  notApplicable: [],
}

export const type1: ReportFacts = {
  ...type2,
  reportType: 'type1',
  scope: { asOf: '2026-09-30' },
  parts: [unqualified('description'), unqualified('design')],
}
