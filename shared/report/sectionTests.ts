import type { DocumentBlock } from './document.ts'
import type { ReportControl, ReportFacts, ReportProcedure } from './facts.ts'
import { inPastTense } from './pastTense.ts'
import { draft, nonOccurrence, otherResult, procedureResult, sampleWords } from './testResults.ts'
import { dayWords, joined, sentence } from './words.ts'

/**
 * Section IV: criteria, controls, tests and results, out of the papers (practice of SOC 2 reports). A Type 1 report has no
 * tests of operation, and lists controls with what was noted of their design.
 */
export function testsSection(facts: ReportFacts): DocumentBlock[] {
  return [
    ...introduction(facts),
    { kind: 'heading', level: 2, text: 'Criteria and the controls that address them' },
    {
      kind: 'table',
      title: 'Criteria and controls',
      columns: [
        { head: 'Criterion', share: 12 },
        { head: 'Short title', share: 58 },
        { head: 'Controls', share: 30 },
      ],
      rows: facts.criteria.map(({ criterionId, title, controls }) => [
        criterionId,
        title,
        controls.length === 0 ? noControl(facts, criterionId) : markedControls(facts, controls),
      ]),
    },
    {
      kind: 'heading',
      level: 2,
      text: facts.reportType === 'type1' ? 'Controls' : 'Controls, tests of controls and results of tests',
    },
    ...facts.controls.flatMap((control) => controlBlocks(control, facts)),
  ]
}

/** References of controls; one of an included subservice organisation names it. */
function markedControls({ controls }: ReportFacts, refs: readonly string[]): string {
  const owners = new Map(controls.map(({ ref, organisation }) => [ref, organisation]))
  return refs
    .map((ref) => {
      const owner = owners.get(ref) ?? null
      return owner === null ? ref : `${ref} (${owner})`
    })
    .join(', ')
}

function noControl({ notApplicable }: ReportFacts, criterionId: string): string {
  const said = notApplicable.find((each) => each.criterionId === criterionId)
  return said === undefined ? 'No control' : `Not applicable: ${said.reason}`
}

function introduction({ reportType, settings }: ReportFacts): DocumentBlock[] {
  const word = settings.deviationWord
  if (reportType === 'type1') {
    return [
      {
        kind: 'paragraph',
        text: 'This section lists the criteria and the controls that management designed to address them. The examination did not include tests of the operating effectiveness of controls.',
      },
    ]
  }
  return [
    {
      kind: 'paragraph',
      text: `This section lists the criteria, the controls that management designed to address them, the tests that the service auditor performed and their results. Every ${word} that the tests found is described, whatever its effect on the opinion.`,
    },
    {
      kind: 'table',
      title: 'Kinds of tests',
      columns: [
        { head: 'Test', share: 20 },
        { head: 'What was done', share: 80 },
      ],
      rows: [
        ['Inquiry', 'Asked people with the relevant knowledge, and corroborated what they said by another test.'],
        ['Observation', 'Watched the control, or what it leaves behind, being performed.'],
        ['Inspection', 'Read documents, records and settings that show whether the control was performed.'],
        ['Reperformance', 'Performed the control again and compared the outcome.'],
      ],
    },
  ]
}

function controlBlocks(control: ReportControl, facts: ReportFacts): DocumentBlock[] {
  const { ref, title, organisation, criteria } = control
  const rows = resultRows(control, facts)
  return [
    { kind: 'heading', level: 3, text: `${ref} ${title}` },
    ...(organisation === null
      ? []
      : [{ kind: 'paragraph' as const, text: `A control of the subservice organization ${organisation}.` }]),
    ...wordingBlocks(control),
    ...(criteria.length === 0 ? [] : [{ kind: 'paragraph' as const, text: `Addresses ${joined(criteria)}.` }]),
    ...(rows.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            title: `Tests of ${ref}`,
            columns: [
              { head: 'Test performed', share: 50 },
              { head: 'Result', share: 50 },
            ],
            rows,
          },
        ]),
  ]
}

function wordingBlocks({ wordings }: ReportControl): DocumentBlock[] {
  const [only] = wordings
  if (wordings.length < 2) return only === undefined ? [] : [{ kind: 'paragraph', text: sentence(only.text) }]
  return [
    { kind: 'paragraph', text: 'The control changed during the period:' },
    {
      kind: 'list',
      items: wordings.map(({ from, text }, place) => {
        const start = from === null || place === 0 ? 'From the beginning of the period' : `From ${dayWords(from)}`
        return `${start}: ${sentence(text)}`
      }),
    },
  ]
}

function resultRows(control: ReportControl, { reportType, settings }: ReportFacts): string[][] {
  const others =
    control.otherDeviations.length === 0 ? [] : [['Noted outside of a test.', otherResult(control.otherDeviations)]]
  const tests = control.procedures
    .filter((procedure) => isShown(procedure, reportType))
    .map((procedure) => [testCell(procedure, settings), resultCell(procedure, control, settings)])
  if (reportType === 'type1') return [...tests, ...others]
  if (control.operation === 'did_not_occur') {
    return [['Confirmed whether the control occurred.', nonOccurrence(control)], ...tests.filter(hasResult), ...others]
  }
  return [...(tests.length === 0 ? untested(control) : tests), ...others]
}

function testCell(procedure: ReportProcedure, settings: ReportFacts['settings']): string {
  const size = sampleWords(procedure, settings)
  return [inPastTense(procedure.text, procedure.nature), ...(size === '' ? [] : [size])].join('\n')
}

const hasResult = ([, result = '']: string[]) => result !== ''

/** A control that did not occur has no results to speak of, save what somebody found all the same. */
function resultCell(procedure: ReportProcedure, control: ReportControl, settings: ReportFacts['settings']): string {
  const isEmpty =
    control.operation === 'did_not_occur' && procedure.deviations.length === 0 && procedure.undescribed === 0
  return isEmpty ? '' : procedureResult(procedure, settings)
}

const untested = ({ ref }: ReportControl): string[][] => [
  ['', draft(`no test of the operation of ${ref} was performed`)],
]

/** Tests of operation; of design only what they found. */
function isShown({ aspect, deviations, undescribed, attributes }: ReportProcedure, reportType: string): boolean {
  const found = deviations.length > 0 || undescribed > 0 || attributes.some((each) => each.found > 0)
  return found || (reportType === 'type2' && aspect === 'operation')
}
