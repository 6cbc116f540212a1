import type { OpinionForm, OpinionPart } from '../contract/opinion.ts'
import type { ReportPlace } from '../contract/report.ts'
import { worstForm } from '../opinion/modification.ts'
import type { DocumentBlock } from './document.ts'
import type { ReportFacts, ReportPart } from './facts.ts'
import { draftMark } from './testResults.ts'
import { joined, paragraphsOf, sentence, systemWords, whenWords } from './words.ts'

const partNames: Record<OpinionPart, string> = {
  description: 'the description',
  design: 'the suitability of the design of controls',
  operation: 'the operating effectiveness of controls',
}

const formNames: Record<OpinionForm, string> = {
  unqualified: 'opinion',
  qualified: 'qualified opinion',
  adverse: 'adverse opinion',
  disclaimer: 'disclaimer of opinion',
}

/**
 * The heading and paragraphs of basis and opinion (AT-C 205, modified opinions): per part, and where a part is modified, the
 * criteria or commitments and the reason before it. A part that nobody decided says so.
 */
export function opinionBlocks(facts: ReportFacts): DocumentBlock[] {
  const modified = facts.parts.filter(({ form }) => form !== null && form !== 'unqualified')
  const worst = worstForm(facts.parts.flatMap(({ form }) => (form === null ? [] : [form])))
  const name = formNames[worst]
  const basis: DocumentBlock[] =
    modified.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: `Basis for ${name}` },
          ...modified.flatMap((part) => basisBlocks(part, facts)),
          ...paragraphsOf(facts.basis ?? '').map((text) => ({ kind: 'paragraph' as const, text })),
        ]
  return [
    ...basis,
    { kind: 'heading', level: 2, text: capital(name) },
    ...facts.parts.map((part) => ({ kind: 'paragraph' as const, ...opinionOn(part, facts, `Basis for ${name}`) })),
  ]
}

function basisBlocks({ part, form, reasoning, failing, broken }: ReportPart, facts: ReportFacts): DocumentBlock[] {
  const lacking = form === 'disclaimer'
  const named = failing.map(({ criterionId, title, controls, conditions }) => {
    const through =
      controls.length === 0 ? 'No control' : `Control${controls.length === 1 ? '' : 's'} ${joined(controls)}`
    const verb = part === 'design' ? 'suitably designed' : 'operating effectively'
    const was = controls.length > 1 ? 'were' : 'was'
    const criterion = `criterion ${criterionId} (${title})`
    const what = `${through} ${was} ${controls.length === 0 ? `in place to meet ${criterion}` : `not ${verb} ${whenWords(facts)} to meet ${criterion}`}.`
    return [what, ...conditions.map(sentence)].join(' ')
  })
  const commitments = broken.map(
    ({ ref, text, criteria }) =>
      `Commitment ${ref} (“${text}”) ${part === 'design' ? 'would not be' : 'was not'} achieved ${whenWords(facts)}, as judged by ${criteria.length === 1 ? 'criterion' : 'criteria'} ${joined(criteria)}.`,
  )
  const reasons = [...named, ...commitments, ...paragraphsOf(reasoning)]
  const lead = lacking
    ? `We were not able to obtain sufficient appropriate evidence on ${partNames[part]}.`
    : `The following concerns ${partNames[part]}.`
  const isExplained = reasons.length > 0 || (facts.basis ?? '').trim() !== ''
  return [
    { kind: 'paragraph', text: [lead, ...reasons.slice(0, 1)].join(' ') },
    ...reasons.slice(1).map((text) => ({ kind: 'paragraph' as const, text })),
    ...(isExplained
      ? []
      : [
          {
            kind: 'paragraph' as const,
            tone: 'draft' as const,
            place: 'conclusions' as const,
            text: `${draftMark} name the criterion or commitment that ${partNames[part]} fails, and the reason]`,
          },
        ]),
  ]
}

/** @returns the paragraph that gives the opinion on one part */
export function opinionOn(
  { part, form }: Pick<ReportPart, 'part' | 'form'>,
  facts: ReportFacts,
  basisHeading: string,
): { text: string; tone?: 'draft'; place?: ReportPlace } {
  const claim = claimOf(part, facts, false)
  switch (form) {
    case null:
      return {
        tone: 'draft',
        place: 'conclusions',
        text: `${draftMark} the opinion on ${partNames[part]} is not decided]`,
      }
    case 'unqualified':
      return { text: `In our opinion, in all material respects, ${claim}.` }
    case 'qualified':
      return {
        text: `In our opinion, except for the matter described under “${basisHeading}”, in all material respects, ${claim}.`,
      }
    case 'adverse':
      return {
        text: `In our opinion, because of the significance of the matter described under “${basisHeading}”, ${claimOf(part, facts, true)}.`,
      }
    case 'disclaimer':
      return {
        text: `Because of the significance of the matter described under “${basisHeading}”, we were not able to obtain sufficient appropriate evidence to provide a basis for an opinion, and we do not express an opinion on whether ${claim}.`,
      }
  }
}

/** What is asserted of a part; `denied` says that it is not so. */
function claimOf(part: OpinionPart, facts: ReportFacts, denied: boolean): string {
  const not = denied ? ' not' : ''
  const aim = `to provide reasonable assurance that the service commitments and system requirements of ${facts.client} ${part === 'operation' ? 'were' : 'would be'} achieved based on the applicable trust services criteria`
  switch (part) {
    case 'description':
      return `the description ${denied ? 'does not present' : 'presents'} ${systemWords(facts)} that was designed and implemented ${whenWords(facts)} in accordance with the description criteria`
    case 'design':
      return `the controls stated in the description were${not} suitably designed ${whenWords(facts)} ${aim}, if they operated effectively${assumed(facts, ' and if')}`
    case 'operation':
      return `the controls stated in the description ${denied ? 'did not operate' : 'operated'} effectively ${whenWords(facts)} ${aim}${assumed(facts, ', if')}`
  }
}

/** Controls that others operate are assumed, not examined. */
function assumed({ organisations, cuecs }: ReportFacts, lead: string): string {
  const carved = organisations.some(({ method, csocs }) => method === 'carve_out' && csocs.length > 0)
  const others = [...(carved ? ['subservice organizations'] : []), ...(cuecs.length > 0 ? ['user entities'] : [])]
  return others.length === 0 ? '' : `${lead} ${joined(others)} applied the complementary controls assumed in the design`
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
