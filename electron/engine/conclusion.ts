import { conclusionRows, testCounts } from '../../db/conclusion.ts'
import type { Reader } from '../../db/reader.ts'
import { walkthroughRows } from '../../db/walkthrough.ts'
import type { Aspect, AspectFacts, conclusionContract } from '../../shared/contract/conclusion.ts'
import type { CheckedParamsOf } from '../../shared/contract/index.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import { create, update } from '../../shared/journal/change.ts'
import { checkConclusion } from '../../shared/testing/conclusionProblems.ts'
import { loadControl } from './control/load.ts'
import { checkApplicable } from './criterion/applicable.ts'
import { differingFields } from './differingFields.ts'
import { loadEngagement } from './engagement.ts'
import type { Handlers } from './handler.ts'
import { loadCommitment } from './scope/commitments.ts'

type Target = CheckedParamsOf<'conclusion.save'>['target']

export const conclusion: Handlers<typeof conclusionContract> = {
  'conclusion.save': ({ target, aspect, outcome, rationale, confirmation = '' }, { reader, actor, now }) => {
    const engagementId = engagementOf(reader, target)
    const engagement = loadEngagement(reader, engagementId)
    const { reportType } = engagement
    if (target.entity === 'criterion') checkApplicable(reader, engagement, [target.id])
    const confirmed = outcome === 'did_not_occur' && confirmation !== '' ? confirmation : null
    const facts = target.entity === 'control' ? factsOf(reader, engagementId, target.id, aspect) : null
    checkConclusion({ reportType, aspect, outcome, confirmation: confirmed, facts })
    const id = `${engagementId}:${target.entity}:${target.id}:${aspect}`
    const before = reader.get('conclusion', id)
    const stamp = { by: actor.practitionerId, at: now.at }
    const fields = {
      targetEntity: target.entity,
      targetId: target.id,
      aspect,
      outcome,
      rationale,
      confirmation: confirmed,
    }
    const changed = before === undefined ? fields : differingFields(before, fields)
    return {
      engagementId,
      changes:
        before === undefined
          ? create('conclusion', id, { ...fields, ...stamp })
          : Object.keys(changed).length === 0
            ? []
            : update('conclusion', id, { ...changed, ...stamp }),
      answer: () => ({}),
    }
  },

  'conclusion.facts': ({ controlId }, { reader }) => {
    const { engagementId } = loadControl(reader, controlId)
    const facts = (aspect: Aspect) => factsOf(reader, engagementId, controlId, aspect)
    return { design: facts('design'), operation: facts('operation') }
  },

  'conclusion.list': ({ engagementId }, { reader }) => {
    loadEngagement(reader, engagementId)
    return {
      conclusions: conclusionRows(reader, engagementId).map(({ targetEntity, targetId, ...row }) => ({
        ...row,
        target: { entity: targetEntity, id: targetId },
      })),
    }
  },
}

function factsOf(reader: Reader, engagementId: string, controlId: string, aspect: Aspect): AspectFacts {
  const [latest] = aspect === 'design' ? walkthroughRows(reader, engagementId, controlId) : []
  return {
    ...testCounts(reader, controlId, aspect),
    walkthrough:
      latest === undefined ? null : latest.suitablyDesigned && latest.implemented ? 'suitable' : 'not_suitable',
  }
}

/** A control and a commitment say their engagement; a criterion is one of every engagement, so it has to be said unless there is only one. */
function engagementOf(reader: Reader, { entity, id, engagementId }: Target): string {
  if (entity === 'control') {
    const control = reader.get('control', id)
    if (control === undefined || (engagementId ?? control.engagementId) !== control.engagementId) {
      throw new DomainError('control.not_found', { controlId: id })
    }
    return control.engagementId
  }
  if (entity === 'commitment') return loadCommitment(reader, id, engagementId).engagementId
  if (engagementId !== undefined) return engagementId
  const [only, ...others] = reader.list('engagement', {})
  if (only === undefined || others.length > 0) throw new DomainError('conclusion.engagement_required')
  return only.id
}
