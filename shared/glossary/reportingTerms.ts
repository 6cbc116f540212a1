import type { Term } from './term.ts'

/** Criteria, deviations, conclusions, opinion, third parties. */
export const reportingTerms: readonly Term[] = [
  {
    term: 'bridge letter',
    meaning: 'What an organisation says of the time between the end of its own report and the end of this period.',
    code: 'letter',
    screens: ['scope', 'report'],
  },
  {
    term: 'carve-out',
    meaning: 'That a subservice organisation’s controls are left out of the report, and are shown as expected of it.',
    code: 'subserviceOrganisation.method',
    screens: ['scope'],
  },
  {
    term: 'commitment',
    meaning: 'What the client promised its customers, or requires of its own system: what the controls are there for.',
    code: 'commitment',
    screens: ['scope', 'conclusions'],
  },
  {
    term: 'compensating control',
    meaning: 'Another control that would have caught what a deviation let through, tested as well.',
    code: 'deviationCompensation',
    screens: ['deviations'],
  },
  {
    term: 'complementary control',
    meaning:
      'A control that the client expects of its customers, or of a subservice organisation, for a criterion to be met.',
    code: 'complementaryControl',
    also: 'CUEC, CSOC',
    screens: ['scope'],
  },
  {
    term: 'conclusion',
    meaning: 'What somebody concluded on a control, a criterion or a commitment, with the reason.',
    code: 'conclusion',
    screens: ['conclusions', 'control'],
  },
  {
    term: 'criterion',
    meaning: 'A numbered requirement against which the system is judged, such as CC8.1.',
    code: 'controlCriterion.criterionId',
    screens: ['scope', 'conclusions'],
  },
  {
    term: 'deviation',
    meaning: 'That a control did not act on an item as described. It is described, confirmed, evaluated and concluded.',
    code: 'deviation',
    also: 'exception',
    screens: ['deviations', 'sheet'],
  },
  {
    term: 'inclusive method',
    meaning: 'That a subservice organisation’s controls are part of the report and are tested with the client’s own.',
    code: 'subserviceOrganisation.method',
    screens: ['scope'],
  },
  {
    term: 'operating effectiveness',
    meaning: 'That a control acted as described through the whole period.',
    code: 'conclusion.aspect',
    also: 'operation',
    screens: ['conclusions', 'control'],
  },
  {
    term: 'opinion',
    meaning:
      'What the auditor says in the report on description, design and operation: unqualified, qualified, adverse or disclaimer.',
    code: 'opinion',
    screens: ['conclusions'],
  },
  {
    term: 'scope gap',
    meaning: 'A criterion in scope that no control answers, or a control that answers none.',
    code: 'criterion.list',
    screens: ['scope'],
  },
  {
    term: 'significant change',
    meaning:
      'What changed of the system or its controls in the period so much that readers of the report have to know it.',
    code: 'significantChange',
    screens: ['description', 'compare'],
  },
  {
    term: 'subservice organisation',
    meaning: 'A company on whose services the client’s system rests, such as a data centre.',
    code: 'subserviceOrganisation',
    screens: ['scope'],
  },
  {
    term: 'suitability of design',
    meaning: 'That a control, if it acts as described, would meet its criterion.',
    code: 'conclusion.aspect',
    also: 'design',
    screens: ['conclusions', 'control'],
  },
  {
    term: 'system description',
    meaning:
      'What management writes about its system; the auditor checks it against the description criteria, paragraph by paragraph.',
    code: 'description.sections',
    screens: ['description'],
  },
  {
    term: 'Type 1',
    meaning: 'A report on description and design as of one day.',
    code: 'engagement.reportType',
    screens: ['dashboard'],
  },
  {
    term: 'Type 2',
    meaning: 'A report on description, design and operation over a period.',
    code: 'engagement.reportType',
    screens: ['dashboard'],
  },
]
