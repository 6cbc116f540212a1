import { mappedControls } from '../../db/criterion.ts'
import type { Reader } from '../../db/reader.ts'
import type { ScopeGaps, scopeContract } from '../../shared/contract/scope.ts'
import { scopeGaps } from '../../shared/scope/gaps.ts'
import { criteriaInScope } from './catalogue.ts'
import { setAsideCriteria } from './criterion/applicable.ts'
import { setAsideCriterion } from './criterion/setAside.ts'
import { loadEngagement } from './engagement.ts'
import type { Handlers } from './handler.ts'
import { describeParts, removePart, savePart } from './scope/boundary.ts'
import { describeCommitments, removeCommitment, saveCommitment } from './scope/commitments.ts'

export const scope: Handlers<typeof scopeContract> = {
  'criterion.setAside': setAsideCriterion,

  'commitment.save': saveCommitment,

  'commitment.remove': removeCommitment,

  'commitment.list': ({ engagementId }, { reader }) => ({ commitments: describeCommitments(reader, engagementId) }),

  'boundary.save': savePart,

  'boundary.remove': removePart,

  'boundary.list': ({ engagementId }, { reader }) => ({ parts: describeParts(reader, engagementId) }),

  'scope.gaps': ({ engagementId }, { reader }) => gapsOf(reader, engagementId),
}

function gapsOf(reader: Reader, engagementId: string): ScopeGaps {
  const { categories } = loadEngagement(reader, engagementId)
  const mapped = Map.groupBy(mappedControls(reader, engagementId), ({ criterionId }) => criterionId)
  const setAside = setAsideCriteria(reader, engagementId)
  return scopeGaps({
    criteria: criteriaInScope(categories).map(({ criterionId }) => ({
      criterionId,
      setAside: setAside.get(criterionId) ?? null,
      controls: mapped.get(criterionId) ?? [],
    })),
    controls: reader
      .list('control', { engagementId }, 'ref')
      .map(({ id, ref, title }) => ({ controlId: id, ref, title })),
    commitments: describeCommitments(reader, engagementId),
  })
}
