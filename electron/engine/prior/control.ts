import { attributeTallies, itemsByProcedure, testedSample, testersOf } from '../../../db/prior/tests.ts'
import { conclusionRows } from '../../../db/conclusion.ts'
import { deviationRows } from '../../../db/deviation.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import type { PriorControl, PriorTest } from '../../../shared/contract/prior.ts'
import type { Procedure } from '../../../shared/contract/procedure.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { matchPapers } from '../../../shared/prior/matchPapers.ts'
import { describeControl } from '../control/describe.ts'
import { loadControl } from '../control/load.ts'
import type { QueryContext } from '../handler.ts'
import { describeProcedures } from '../procedure/describe.ts'
import { plainText } from '../record/plainText.ts'
import { chainOf, linkOf } from '../rollForward/priorPeriod.ts'
import { type HeldPrior, heldPrior } from './held.ts'
import { matchControls, type OriginIn, originsIn } from './matching.ts'

/**
 * The test of a control in an earlier period, read and never copied.
 * @throws DomainError `control.not_found`, `rollForward.prior_not_at_hand`
 */
export function priorControl(
  { controlId, priorEngagementId }: CheckedParamsOf<'prior.control'>,
  context: QueryContext,
): ResultOf<'prior.control'> {
  const { engagementId } = loadControl(context.reader, controlId)
  const followed = chainOf(context, engagementId)[1]
  const priorId = priorEngagementId ?? followed?.engagementId
  if (priorId === undefined) return { prior: null, matchedBy: null, control: null }
  const prior = heldPrior(context, priorId)
  if (prior === null) {
    if (followed?.engagementId !== priorId) throw new DomainError('rollForward.prior_not_at_hand')
    return { prior: followed, matchedBy: null, control: null }
  }
  const mine = heldPrior(context, engagementId)
  if (mine === null) throw new DomainError('engagement.not_found', { engagementId })
  const originOf = originsIn(context, engagementId, priorId)
  const match = matchControls(mine, prior, originOf).find(({ id }) => id === controlId)
  const link = linkOf(prior.engagement, prior.source)
  const foundId = match?.priorId ?? null
  if (foundId === null) return { prior: link, matchedBy: null, control: null }
  const became = becameOf(mine, prior, { controlId, priorId: foundId }, originOf)
  return { prior: link, matchedBy: match?.by ?? null, control: describePrior(prior, foundId, became) }
}

/** Which procedures of this period a procedure of the prior one became. */
type Became = (priorProcedureId: string) => string[]

function becameOf(
  mine: HeldPrior,
  prior: HeldPrior,
  { controlId, priorId }: { controlId: string; priorId: string },
  originOf: OriginIn,
): Became {
  const procedures = ({ reader }: HeldPrior, id: string) =>
    reader
      .list('procedure', { controlId: id })
      .map(({ id: procedureId, aspect, nature, text }) => ({ id: procedureId, key: `${aspect} ${nature} ${text}` }))
  const matches = matchPapers(procedures(mine, controlId), procedures(prior, priorId), (id) =>
    originOf('procedure', id),
  )
  return (id) => matches.flatMap((match) => (match.priorId === id && match.id !== null ? [match.id] : []))
}

function describePrior(
  { reader, engagement: { id: engagementId } }: HeldPrior,
  controlId: string,
  became: Became,
): PriorControl {
  const plain = plainText(reader, engagementId)
  const words = (text: string | null) => (text === null ? null : plain(text))
  const { ref, title, owner, criteria, wording } = describeControl(reader, loadControl(reader, controlId, engagementId))
  return {
    controlId,
    ref,
    title,
    owner,
    criteria,
    wording: wording.map((version) => ({ ...version, description: plain(version.description) })),
    tests: testsOf(reader, engagementId, controlId, plain).map((test) => ({
      ...test,
      becameIds: became(test.procedureId),
    })),
    deviations: deviationRows(reader, engagementId, controlId).map(
      ({ deviationId, itemId, attribute, nature, status, ...row }) => ({
        deviationId,
        ref: row.ref,
        itemId,
        attribute,
        condition: plain(row.condition),
        cause: words(row.cause),
        nature,
        managementResponse: words(row.managementResponse),
        status,
      }),
    ),
    conclusions: conclusionRows(reader, engagementId)
      .filter(({ targetEntity, targetId }) => targetEntity === 'control' && targetId === controlId)
      .map(({ aspect, outcome, rationale, by, at }) => ({ aspect, outcome, rationale: plain(rationale), by, at })),
  }
}

function testsOf(
  reader: HeldPrior['reader'],
  engagementId: string,
  controlId: string,
  plain: (text: string) => string,
): Omit<PriorTest, 'becameIds'>[] {
  const tallies = new Map(
    attributeTallies(reader, engagementId, controlId).map((row) => [`${row.procedureId}:${row.letter}`, row]),
  )
  const items = new Map(itemsByProcedure(reader, engagementId, controlId).map((row) => [row.of, row]))
  const testers = Map.groupBy(testersOf(reader, engagementId, controlId), ({ procedureId }) => procedureId)
  const attributesOf = ({ procedureId, attributes }: Procedure) =>
    attributes.map(({ letter, text, expected }) => {
      const {
        passed = 0,
        deviations = 0,
        notApplicable = 0,
        untested = 0,
      } = tallies.get(`${procedureId}:${letter}`) ?? {}
      return { letter, text: plain(text), expected, passed, deviations, notApplicable, untested }
    })
  return describeProcedures(reader, engagementId, controlId).map((procedure) => {
    const { procedureId, aspect, nature, timing, filledText, performed, sampleId } = procedure
    const by = testers.get(procedureId) ?? []
    return {
      procedureId,
      aspect,
      nature,
      timing,
      text: plain(filledText),
      attributes: attributesOf(procedure),
      performed: performed === null ? null : { ...performed, finding: plain(performed.finding) },
      sample: sampleId === null ? null : (testedSample(reader, sampleId) ?? null),
      examined: items.get(procedureId)?.examined ?? 0,
      deviating: items.get(procedureId)?.deviating ?? 0,
      testedBy: by.map((tester) => tester.by),
      testedFrom: by.map(({ from }) => from).toSorted()[0] ?? null,
      testedTo:
        by
          .map(({ to }) => to)
          .toSorted()
          .at(-1) ?? null,
    }
  })
}
