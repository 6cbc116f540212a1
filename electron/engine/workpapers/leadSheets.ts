import { type ConclusionRow, conclusionRows } from '../../../db/conclusion.ts'
import type { Reader } from '../../../db/reader.ts'
import { walkthroughRows } from '../../../db/walkthrough.ts'
import type { Aspect } from '../../../shared/contract/conclusion.ts'
import type { ControlSummary } from '../../../shared/contract/control.ts'
import type { Deviation } from '../../../shared/contract/deviation.ts'
import type { Procedure } from '../../../shared/contract/procedure.ts'
import type { Walkthrough } from '../../../shared/contract/walkthrough.ts'
import { aspectTitles, outcomeWords } from '../../../shared/opinion/conclusionWords.ts'
import { instantText } from '../../../shared/period/instantText.ts'
import { natureWords } from '../../../shared/procedure/procedureWords.ts'
import { frequencyWords } from '../../../shared/sampling/frequency.ts'
import { summariseControls, wordingOf } from '../control/describe.ts'
import { describeDeviations } from '../deviation/describe.ts'
import { loadEngagement } from '../engagement.ts'
import { listEvidence } from '../evidence/list.ts'
import { describeProcedures } from '../procedure/describe.ts'
import { signOffsOf, standingOf } from '../signOff/load.ts'
import { signOffWords } from '../signOff/words.ts'

/** The lead sheet of a control: what it is, what was done and found, what it came to, and who signed it. */
export type LeadSheet = {
  ref: string
  title: string
  facts: [head: string, text: string][]
  /** Its procedures on a sample, each of which has a test sheet. */
  sheets: { procedureId: string; number: number }[]
}

/** Every control; workpapers are whole. */
const everything = { offset: 0, limit: 1_000_000 }

/** @returns the lead sheets of an engagement, by reference */
export function leadSheets(reader: Reader, engagementId: string): LeadSheet[] {
  const conclusions = Map.groupBy(
    conclusionRows(reader, engagementId).filter(({ targetEntity }) => targetEntity === 'control'),
    ({ targetId }) => targetId,
  )
  const procedures = Map.groupBy(describeProcedures(reader, engagementId, null), ({ controlId }) => controlId)
  const deviations = Map.groupBy(describeDeviations(reader, engagementId, null), ({ controlId }) => controlId)
  const walkthroughs = Map.groupBy(walkthroughRows(reader, engagementId, null), ({ controlId }) => controlId)
  const evidence = Map.groupBy(
    listEvidence(reader, engagementId).flatMap(({ name, targets }) => targets.map(({ id }) => ({ id, name }))),
    ({ id }) => id,
  )
  const signed = Map.groupBy(standingOf(signOffsOf(reader, engagementId)), ({ target }) => target.id)
  const { reportType } = loadEngagement(reader, engagementId)
  const aspects: Aspect[] = reportType === 'type1' ? ['design'] : ['design', 'operation']
  return summariseControls(reader, { engagementId }, everything).map((control) => {
    const { controlId, ref, title } = control
    const own = procedures.get(controlId) ?? []
    const concluded = conclusions.get(controlId) ?? []
    return {
      ref,
      title,
      facts: [
        ...controlFacts(reader, control),
        ...orNone('Walkthrough', (walkthroughs.get(controlId) ?? []).map(walkthroughFact)),
        ...orNone('Procedures', own.map(procedureFact)),
        ...orNone('Deviations', (deviations.get(controlId) ?? []).map(deviationFact)),
        ...aspects.map((aspect) => conclusionFact(aspect, concluded)),
        ['Evidence', (evidence.get(controlId) ?? []).map(({ name }) => name).join('\n') || none],
        ['Signed off', (signed.get(controlId) ?? []).map(signOffWords).join('\n') || none],
      ],
      sheets: own.flatMap(({ procedureId, sampleId }, place) =>
        sampleId === null ? [] : [{ procedureId, number: place + 1 }],
      ),
    }
  })
}

/** What stands where nothing was done: a lead sheet that left it out would not tell it from a page that was lost. */
const none = 'None'

const orNone = (head: string, facts: Fact[]): Fact[] => (facts.length === 0 ? [[head, none]] : facts)

type Fact = LeadSheet['facts'][number]

function controlFacts(reader: Reader, { controlId, criteria, owner }: ControlSummary): Fact[] {
  return [
    ['Criteria', criteria.join(', ')],
    ['Owner', owner ?? ''],
    ...wordingOf(reader, controlId).map(({ description, frequency, type, nature, effectiveOn, untilOn }): Fact => [
      `Wording from ${effectiveOn}${untilOn === null ? '' : ` to ${untilOn}`}`,
      `${description}\n(${frequencyWords[frequency]}, ${type.replaceAll('_', ' ')}, ${nature})`,
    ]),
  ]
}

const walkthroughFact = (one: Walkthrough): Fact => [
  `Walkthrough of ${one.performedOn}`,
  [
    `${one.instance}: ${one.trace}`,
    `Suitably designed: ${one.suitablyDesigned ? 'yes' : 'no'}; implemented: ${one.implemented ? 'yes' : 'no'}`,
    one.reasoning ?? '',
    `Performed by ${one.performedBy}`,
  ]
    .filter((line) => line !== '')
    .join('\n'),
]

function procedureFact(procedure: Procedure, place: number): Fact {
  const { aspect, nature, filledText, attributes, resultsRecorded, resultsExpected, deviations } = procedure
  return [
    `Procedure ${place + 1}, ${aspectTitles[aspect].toLowerCase()}, ${natureWords[nature].toLowerCase()}`,
    [
      filledText,
      ...attributes.map(({ letter, text }) => `${letter}: ${text}`),
      `${resultsRecorded} of ${resultsExpected} results recorded; deviations: ${deviations}`,
    ].join('\n'),
  ]
}

const deviationFact = ({ ref, condition, itemId, attribute, effect, criterionEffect }: Deviation): Fact => [
  ref,
  [
    itemId === null ? '' : `Item ${itemId}${attribute === null ? '' : `, attribute ${attribute}`}`,
    condition,
    effect === null ? '' : `Effect on the control: ${effect}`,
    criterionEffect === null ? '' : `Effect on the criteria: ${criterionEffect}`,
  ]
    .filter((line) => line !== '')
    .join('\n'),
]

function conclusionFact(concludedAspect: Aspect, conclusions: readonly ConclusionRow[]): Fact {
  const head = `Conclusion, ${aspectTitles[concludedAspect].toLowerCase()}`
  const found = conclusions.find(({ aspect }) => aspect === concludedAspect)
  if (found === undefined) return [head, outcomeWords('control', concludedAspect, null)]
  const { targetEntity, aspect, outcome, rationale, confirmation, by, at } = found
  const lines = [
    outcomeWords(targetEntity, aspect, outcome),
    rationale,
    confirmation ?? '',
    `${by}, ${instantText(at)}`,
  ]
  return [head, lines.filter((line) => line !== '').join('\n')]
}
