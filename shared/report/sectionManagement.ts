import type { ReportPlace } from '../contract/report.ts'
import type { DocumentBlock } from './document.ts'
import { paragraphsOf as paragraphsIn } from '../richText/paragraphs.ts'
import type { ReportFacts } from './facts.ts'
import { draftMark } from './testResults.ts'
import { categoryWords, dayWords, paragraphsOf, sentence, systemWords, whenWords } from './words.ts'

const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text })
const draft = (what: string, place: ReportPlace): DocumentBlock => ({
  kind: 'paragraph',
  tone: 'draft',
  place,
  text: `${draftMark} ${what}]`,
})

/** Section II: management's assertion as it was received, or else a sample for management to adopt and sign. */
export function assertionSection(facts: ReportFacts): DocumentBlock[] {
  const { assertion } = facts
  const received = paragraphsOf(assertion?.text ?? '')
  if (received.length === 0)
    return [...sampleAssertion(facts), draft("management's assertion as it was signed", 'letters')]
  const signed = [assertion?.signedBy ?? '', assertion?.datedOn == null ? '' : dayWords(assertion.datedOn)]
  return [
    ...received.map(paragraph),
    ...signed
      .filter((line) => line !== '')
      .map((text): DocumentBlock => ({ kind: 'paragraph', tone: 'signature', text })),
  ]
}

/** Type 1 asserts description and design as of a date; Type 2 operating effectiveness throughout the period besides. */
function sampleAssertion(facts: ReportFacts): DocumentBlock[] {
  const { client, reportType, categories, organisations } = facts
  const when = whenWords(facts)
  const carved = organisations.filter(({ method }) => method === 'carve_out')
  const claims = [
    `the description presents ${systemWords(facts)} that was designed and implemented ${when} in accordance with the description criteria`,
    `the controls stated in the description were suitably designed ${when} to provide reasonable assurance that our service commitments and system requirements would be achieved based on the applicable trust services criteria`,
    ...(reportType === 'type2'
      ? [
          `the controls stated in the description operated effectively ${when} to provide reasonable assurance that our service commitments and system requirements were achieved based on the applicable trust services criteria`,
        ]
      : []),
  ]
  return [
    {
      kind: 'paragraph',
      tone: 'sample',
      text: 'Sample wording for management to adopt, change and sign; it is no assertion until management signs it.',
    },
    paragraph(
      `We, the management of ${client}, have written the description of ${systemWords(facts)} ${when}, based on the description criteria and on the trust services criteria relevant to ${categoryWords(categories)}.`,
    ),
    ...carved.map(({ name, service }) =>
      paragraph(`${client} uses ${name} for ${service}. The description leaves out the controls of ${sentence(name)}`),
    ),
    paragraph('We confirm, to the best of our knowledge and belief, that:'),
    { kind: 'list', items: claims.map((claim) => sentence(claim.slice(0, 1).toUpperCase() + claim.slice(1))) },
  ]
}

/** Section III: management's description, and the complementary controls that it has to tell. */
export function descriptionSection(facts: ReportFacts): DocumentBlock[] {
  const { description, cuecs, organisations } = facts
  const written = description.flatMap(({ heading, content }): DocumentBlock[] => [
    { kind: 'heading', level: 2, text: heading },
    paragraphsIn(content).length === 0
      ? draft(`management's text on “${heading}”`, 'description')
      : { kind: 'rich', content: content.content },
  ])
  return [
    ...(written.length === 0 ? [draft("management's description of the system", 'description')] : written),
    ...complementary('Complementary user entity controls', cuecs),
    ...organisations.flatMap(({ name, csocs }) => complementary(`Complementary controls assumed at ${name}`, csocs)),
  ]
}

type Complementary = ReportFacts['cuecs']

function complementary(title: string, controls: Complementary): DocumentBlock[] {
  if (controls.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: title },
    {
      kind: 'table',
      title,
      columns: [
        { head: 'Reference', share: 14 },
        { head: 'Control', share: 62 },
        { head: 'Criteria', share: 24 },
      ],
      rows: controls.map(({ ref, text, criteria }) => [ref, text, criteria.join(', ')]),
    },
  ]
}

/** Section V: what management adds, such as its responses; nobody examined it, and it says so. */
export function otherSection({ client, controls, settings }: ReportFacts): DocumentBlock[] {
  const responses = controls.flatMap((control) =>
    [...control.procedures.flatMap(({ deviations }) => deviations), ...control.otherDeviations].flatMap(
      ({ ref, managementResponse }) => (managementResponse === null ? [] : [[ref, control.ref, managementResponse]]),
    ),
  )
  return [
    {
      kind: 'paragraph',
      tone: 'unaudited',
      text: `Unaudited. The information in this section is provided by the management of ${sentence(client)} The service auditor did not examine it and expresses no opinion on it.`,
    },
    ...(responses.length === 0
      ? [paragraph('Management provided no other information.')]
      : [
          { kind: 'heading' as const, level: 2 as const, text: `Management's responses to ${settings.deviationWord}s` },
          {
            kind: 'table' as const,
            title: `Management's responses (unaudited)`,
            columns: [
              { head: settings.deviationWord === 'deviation' ? 'Deviation' : 'Exception', share: 14 },
              { head: 'Control', share: 16 },
              { head: "Management's response", share: 70 },
            ],
            rows: responses,
          },
        ]),
  ]
}
