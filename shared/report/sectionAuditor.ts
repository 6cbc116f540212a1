import type { ReportPlace } from '../contract/report.ts'
import type { DocumentBlock } from './document.ts'
import type { ReportFacts, ReportOrganisation } from './facts.ts'
import { opinionBlocks } from './opinionWords.ts'
import { draftMark } from './testResults.ts'
import { categoryWords, dayWords, joined, sentence, systemWords, whenWords } from './words.ts'

const heading = (text: string): DocumentBlock => ({ kind: 'heading', level: 2, text })
const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text })

/** Section I: the service auditor's report, in own words, as a sample that the firm replaces or adopts. */
export function auditorsSection(facts: ReportFacts): DocumentBlock[] {
  return [
    ...(facts.settings.auditorsWording === 'adopted'
      ? []
      : [
          {
            kind: 'paragraph' as const,
            tone: 'sample' as const,
            text: 'Sample wording for the firm to adopt or to change; it is no report until the firm adopts it and signs.',
          },
        ]),
    paragraph(`To the management of ${facts.client}:`),
    heading('Scope'),
    ...scope(facts),
    heading("Service organization's responsibilities"),
    ...serviceOrganisation(facts),
    heading("Service auditor's responsibilities"),
    ...serviceAuditor(facts),
    heading('Inherent limitations'),
    paragraph(
      'A description is written for the common needs of many readers and may leave out what a single reader finds important. Because of their nature controls may not always operate as intended, and a conclusion about them cannot be carried into the future, when conditions may change or controls may no longer be followed.',
    ),
    ...testsOfControls(facts),
    ...opinionBlocks(facts),
    ...emphasis(facts),
    heading('Restricted use'),
    paragraph(
      `This report${facts.reportType === 'type2' ? ', with the tests of controls and their results,' : ''} is for the information and use of ${facts.client}, of user entities of the system ${facts.reportType === 'type2' ? 'during some or all of the period' : 'as of the date'}, of their business partners, and of practitioners and regulators who have enough knowledge of the system, of its controls and of the criteria to understand it. Nobody else is to use it.`,
    ),
    ...signature(facts),
  ]
}

function scope(facts: ReportFacts): DocumentBlock[] {
  const { client, categories, reportType, organisations, cuecs } = facts
  const operation = reportType === 'type2' ? ' and the operating effectiveness' : ''
  return [
    paragraph(
      `We have examined the description of ${systemWords(facts)} ${whenWords(facts)}, written by the management of ${client}, based on the criteria for a description of a service organization's system (the description criteria), and the suitability of the design${operation} of the controls stated in it ${whenWords(facts)} to provide reasonable assurance that the service commitments and system requirements of ${client} were achieved based on the trust services criteria relevant to ${categoryWords(categories)} (the applicable trust services criteria).`,
    ),
    ...organisations.map((organisation) => paragraph(organisationWords(organisation, facts))),
    ...(cuecs.length === 0
      ? []
      : [
          paragraph(
            `The description says that some service commitments and system requirements can be achieved only if user entities apply the complementary controls that the design of the controls of ${client} assumes. We did not examine the suitability of the design${operation} of those complementary user entity controls.`,
          ),
        ]),
  ]
}

/** Carved out: its controls are assumed and not examined. Inclusive: they are described, asserted and examined as well. */
export function organisationWords(
  { name, service, method, controls, csocs }: ReportOrganisation,
  facts: ReportFacts,
): string {
  const operation = facts.reportType === 'type2' ? ' and the operating effectiveness' : ''
  const uses = `${facts.client} uses ${name}, a subservice organization, for ${service}.`
  if (method === 'inclusive') {
    const named = controls.length === 0 ? '' : ` (${joined(controls)})`
    return `${uses} The description includes the system of ${name} as far as it serves ${facts.client}, with its controls. The management of ${name} gave an assertion of its own. Our examination extended to the controls of ${name} that the description states${named}.`
  }
  const assumed =
    csocs.length === 0
      ? ''
      : ` The description tells the complementary controls that ${facts.client} assumes ${name} to operate, and that are needed, with its own, to achieve its service commitments and system requirements.`
  return `${uses} The description leaves out the controls of ${sentence(name)}${assumed} Our examination did not extend to the services of ${name}, and we did not examine the suitability of the design${operation} of its controls.`
}

function serviceOrganisation({ client, reportType, commitments }: ReportFacts): DocumentBlock[] {
  const operated = reportType === 'type2' ? ', and for operating them effectively,' : ''
  return [
    paragraph(
      `${client} is responsible for its service commitments and system requirements and for designing and implementing controls${operated} that give reasonable assurance that these are achieved. It has provided an assertion about the description and about the controls stated in it. ${client} is responsible for writing the description and the assertion, for their completeness, accuracy and presentation, for providing the services, for selecting the applicable criteria and for identifying the risks that threaten what it committed itself to.`,
    ),
    ...(commitments.length === 0
      ? []
      : [
          paragraph('Its principal service commitments and system requirements are:'),
          { kind: 'list' as const, items: commitments },
        ]),
  ]
}

function serviceAuditor({ reportType }: ReportFacts): DocumentBlock[] {
  const operation = reportType === 'type2' ? ', and testing the operating effectiveness of those controls' : ''
  return [
    paragraph(
      `Our responsibility is to express an opinion on the description and on the controls stated in it, based on our examination. We conducted it in accordance with the attestation standards established by the American Institute of Certified Public Accountants. Those standards require that we plan and perform it to obtain reasonable assurance about whether, in all material respects, the description is presented in accordance with the description criteria and the controls stated in it were suitably designed${reportType === 'type2' ? ' and operated effectively' : ''}. We are required to be independent and to meet our other ethical responsibilities for the engagement.`,
    ),
    paragraph(
      `An examination involves understanding the system and the service commitments and system requirements, assessing the risks that the description or the controls are not as they have to be, evaluating whether the controls were suitably designed${operation}, and evaluating the presentation of the description. The nature, timing and extent of the procedures depend on our judgment.`,
    ),
    ...(reportType === 'type1'
      ? [
          paragraph(
            'We did not perform procedures on the operating effectiveness of the controls stated in the description, and we do not express an opinion on it.',
          ),
        ]
      : []),
  ]
}

function testsOfControls(facts: ReportFacts): DocumentBlock[] {
  if (facts.reportType === 'type1') return []
  return [
    heading('Tests of controls'),
    paragraph(
      `The controls that we tested, and the nature, timing and results of the tests, are listed in ${numberOf(facts, 'tests')}.`,
    ),
  ]
}

function emphasis(facts: ReportFacts): DocumentBlock[] {
  const idle = facts.controls.filter(({ operation }) => operation === 'did_not_occur')
  const carved = facts.organisations.filter(({ method }) => method === 'carve_out').map(({ name }) => name)
  return [
    ...(idle.length === 0 || facts.reportType === 'type1'
      ? []
      : [
          heading('Emphasis of matter: controls that did not operate'),
          paragraph(
            `${joined(idle.map(({ ref, title }) => `${ref} (${title})`))} did not operate during the period, because the circumstances that call for ${idle.length === 1 ? 'it' : 'them'} did not occur. We therefore did not test the operating effectiveness of ${idle.length === 1 ? 'this control' : 'these controls'}. Our opinion is not modified in respect of this matter.`,
          ),
        ]),
    heading('Other matter'),
    paragraph(
      `The information in ${numberOf(facts, 'other')} is presented by the management of ${facts.client} and is not part of the description. We did not examine it, and we express no opinion on it.`,
    ),
    ...(facts.cuecs.length === 0
      ? []
      : [
          paragraph(
            'We did not examine complementary user entity controls; whether they are applied is for each user entity to consider.',
          ),
        ]),
    ...(carved.length === 0
      ? []
      : [paragraph(`Our opinion does not extend to controls of ${sentence(joined(carved))}`)]),
  ]
}

function signature({ settings, reportOn }: ReportFacts): DocumentBlock[] {
  const lines: [string, string, ReportPlace][] = [
    [settings.firmName, 'the name of the firm', 'choices'],
    [settings.firmPlace, 'the place of the firm', 'choices'],
    [reportOn === null ? '' : dayWords(reportOn), 'the date of the report', 'gates'],
  ]
  return lines.map(([text, lacking, place]) =>
    text === ''
      ? { kind: 'paragraph', tone: 'draft', place, text: `${draftMark} ${lacking}]` }
      : { kind: 'paragraph', tone: 'signature', text },
  )
}

const numerals = ['I', 'II', 'III', 'IV', 'V']

/** @returns the number that a section has in the firm's order */
export function numberOf({ settings }: Pick<ReportFacts, 'settings'>, key: string): string {
  return `Section ${numerals[settings.sectionOrder.findIndex((each) => each === key)] ?? ''}`
}
