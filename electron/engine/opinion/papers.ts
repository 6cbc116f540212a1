import { conclusionRows } from '../../../db/conclusion.ts'
import { mappedControls } from '../../../db/criterion.ts'
import { deviationRows, undescribedCells } from '../../../db/deviation.ts'
import { decidedParts } from '../../../db/opinion.ts'
import type { Reader } from '../../../db/reader.ts'
import type { Aspect, ConclusionOutcome } from '../../../shared/contract/conclusion.ts'
import type { Judgement } from '../../../shared/contract/opinion.ts'
import type { ControlPaper, DescriptionPaper, OpinionPapers } from '../../../shared/opinion/papers.ts'
import { applicableCriteria } from '../criterion/applicable.ts'
import { describeChecklist } from '../description/checklist.ts'
import { loadEngagement } from '../engagement.ts'
import { describeCommitments } from '../scope/commitments.ts'

/** @returns everything that the opinion of an engagement rests on, with the judgements that are given or else recorded */
export function loadPapers(reader: Reader, engagementId: string, judgements?: readonly Judgement[]): OpinionPapers {
  const engagement = loadEngagement(reader, engagementId)
  const concluded = conclusions(reader, engagementId)
  const control = controlPapers(reader, engagementId, concluded)
  const mapped = Map.groupBy(mappedControls(reader, engagementId), ({ criterionId }) => criterionId)
  return {
    reportType: engagement.reportType,
    criteria: applicableCriteria(reader, engagement).map(({ criterionId, title }) => ({
      criterionId,
      title,
      controls: (mapped.get(criterionId) ?? []).map(control),
      designConclusion: concluded('criterion', criterionId, 'design'),
      operationConclusion: concluded('criterion', criterionId, 'operation'),
    })),
    commitments: describeCommitments(reader, engagementId),
    description: descriptionPaper(reader, engagementId),
    judgements: judgements ?? recordedJudgements(reader, engagementId),
    decided: decidedParts(reader, engagementId),
  }
}

/** What the checklist of the description leaves open, each sentence with its criterion. */
function descriptionPaper(reader: Reader, engagementId: string): DescriptionPaper {
  const checks = describeChecklist(reader, engagementId)
  return {
    open: checks.flatMap(({ criterionId, open }) => open.map((sentence) => `${criterionId}: ${sentence}`)),
    notPresented: checks.filter(({ outcome }) => outcome === 'not_presented'),
  }
}

/** @returns the judgements that were recorded with the opinion */
export function recordedJudgements(reader: Reader, engagementId: string): Judgement[] {
  return reader
    .list('judgement', { engagementId })
    .map(({ part, kind, material, pervasive }) => ({ part, kind, material, pervasive }))
}

type Concluded = (entity: 'control' | 'criterion', id: string, aspect: Aspect) => ConclusionOutcome | null

function conclusions(reader: Reader, engagementId: string): Concluded {
  const outcomes = new Map(
    conclusionRows(reader, engagementId).map((row) => [
      `${row.targetEntity}:${row.targetId}:${row.aspect}`,
      row.outcome,
    ]),
  )
  return (entity, id, aspect) => outcomes.get(`${entity}:${id}:${aspect}`) ?? null
}

type NamedControl = { controlId: string; ref: string; title: string }

/** One control answers several criteria: its papers are gathered once and shown under each. */
function controlPapers(
  reader: Reader,
  engagementId: string,
  concluded: Concluded,
): (control: NamedControl) => ControlPaper {
  const deviations = Map.groupBy(deviationRows(reader, engagementId, null), ({ controlId }) => controlId)
  const undescribed = Map.groupBy(undescribedCells(reader, engagementId, null), ({ controlId }) => controlId)
  return ({ controlId, ref, title }) => ({
    controlId,
    ref,
    title,
    design: concluded('control', controlId, 'design'),
    operation: concluded('control', controlId, 'operation'),
    deviations: (deviations.get(controlId) ?? []).map((row) => ({
      deviationId: row.deviationId,
      ref: row.ref,
      aspect: row.aspect,
      itemId: row.itemId,
      attribute: row.attribute,
      condition: row.condition,
      status: row.status,
    })),
    undescribed: (undescribed.get(controlId) ?? []).map(({ aspect, itemId, attribute }) => ({
      aspect,
      itemId,
      attribute,
    })),
  })
}
