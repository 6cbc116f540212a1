import { conclusionRows } from '../../../db/conclusion.ts'
import { conflictsOf } from '../../../db/conflict.ts'
import { mappedControls } from '../../../db/criterion.ts'
import { undescribedCells } from '../../../db/deviation.ts'
import { openPapers } from '../../../db/gates.ts'
import { decidedParts } from '../../../db/opinion.ts'
import type { Reader } from '../../../db/reader.ts'
import type { Aspect } from '../../../shared/contract/conclusion.ts'
import type { EngagementDates } from '../../../shared/contract/lock.ts'
import type { Found } from '../../../shared/gates/gates.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { applicableCriteria } from '../criterion/applicable.ts'
import { describeChecklist } from '../description/checklist.ts'
import { describeLetters } from '../letter/describe.ts'
import { danglingReferences } from '../record/references.ts'
import { openReview } from './review.ts'

/** @returns everything that is open in an engagement */
export function openPoints(reader: Reader, engagement: EntityRow<'engagement'>, dates: EngagementDates): Found[] {
  return [
    ...openPapers(reader, engagement.id),
    ...openCriteria(reader, engagement),
    ...undescribed(reader, engagement.id),
    ...undecidedParts(reader, engagement),
    ...descriptionPoints(reader, engagement.id),
    ...letterPoints(reader, engagement.id),
    ...openConflicts(reader, engagement.id),
    ...openReview(reader, engagement.id, dates.reportOn),
    ...openDates(engagement.id, dates),
    ...dangling(reader, engagement.id),
  ]
}

/** A criterion without control is said once, and not again as one without conclusion. */
function openCriteria(reader: Reader, engagement: EntityRow<'engagement'>): Found[] {
  const { id, reportType } = engagement
  const mapped = new Set(mappedControls(reader, id).map(({ criterionId }) => criterionId))
  const concluded = new Set(
    conclusionRows(reader, id)
      .filter(({ targetEntity }) => targetEntity === 'criterion')
      .map(({ targetId, aspect }) => `${targetId} ${aspect}`),
  )
  const aspects: Aspect[] = reportType === 'type2' ? ['design', 'operation'] : ['design']
  const point = { entity: 'criterion', count: 1 }
  return applicableCriteria(reader, engagement).flatMap(({ criterionId }): Found[] => {
    const place = { ...point, id: criterionId }
    if (!mapped.has(criterionId)) return [{ ...place, code: 'criterion_without_control', label: criterionId }]
    return aspects
      .filter((aspect) => !concluded.has(`${criterionId} ${aspect}`))
      .map((aspect) => ({ ...place, code: 'criterion_not_concluded', label: `${criterionId} · ${aspect}` }))
  })
}

function undescribed(reader: Reader, engagementId: string): Found[] {
  const byProcedure = Map.groupBy(undescribedCells(reader, engagementId, null), ({ procedureId }) => procedureId)
  return [...byProcedure].map(([id, cells]) => ({
    code: 'deviation_not_described',
    entity: 'procedure',
    id,
    label: cells
      .map(({ itemId, attribute }) => `${itemId} ${attribute}`)
      .slice(0, 3)
      .join(', '),
    count: cells.length,
  }))
}

function undecidedParts(reader: Reader, { id, reportType }: EntityRow<'engagement'>): Found[] {
  const decided = new Set(decidedParts(reader, id).map(({ part }) => part))
  const parts = (['description', 'design', 'operation'] as const).filter(
    (part) => reportType === 'type2' || part !== 'operation',
  )
  return parts
    .filter((part) => !decided.has(part))
    .map((part) => ({ code: 'opinion_not_decided', entity: 'opinion', id: part, label: part, count: 1 }))
}

function dangling(reader: Reader, engagementId: string): Found[] {
  return danglingReferences(reader, engagementId).map(({ from, to }) => ({
    code: 'reference_dangling',
    entity: from.kind,
    id: from.id,
    label: `${from.ref} points at ${to.ref}`,
    count: 1,
    ...(from.within === null ? {} : { within: from.within }),
  }))
}

function descriptionPoints(reader: Reader, engagementId: string): Found[] {
  return describeChecklist(reader, engagementId).flatMap(({ criterionId, target, open }): Found[] =>
    open.length === 0
      ? []
      : [{ ...target, code: 'description_criterion_open', label: `${criterionId} · ${open[0]}`, count: 1 }],
  )
}

function openConflicts(reader: Reader, engagementId: string): Found[] {
  return conflictsOf(reader, engagementId).map(({ entity, id, field }) => ({
    code: 'conflict_open',
    entity,
    id,
    label: `${entity} · ${field}`,
    count: 1,
  }))
}

/** A bridge letter is management's own and no part of the examination: what is wrong with one blocks nothing. */
function letterPoints(reader: Reader, engagementId: string): Found[] {
  return describeLetters(reader, engagementId)
    .problems.filter(({ kind }) => kind !== 'bridge')
    .map(({ kind, letterId, text }) => ({
      code: 'letter_wrong',
      entity: 'letter',
      id: letterId ?? kind,
      label: text,
      count: 1,
    }))
}

function openDates(id: string, { reportOn, releaseOn }: EngagementDates): Found[] {
  const point = { entity: 'engagement', id, count: 1 }
  return [
    ...(reportOn === null ? [{ ...point, code: 'report_not_dated' as const, label: 'Report date' }] : []),
    ...(releaseOn === null ? [{ ...point, code: 'report_not_released' as const, label: 'Release date' }] : []),
  ]
}
