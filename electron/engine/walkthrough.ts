import type { Reader } from '../../db/reader.ts'
import { walkthroughRows } from '../../db/walkthrough.ts'
import type { walkthroughContract } from '../../shared/contract/walkthrough.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import { create, hide, update } from '../../shared/journal/change.ts'
import type { EntityRow } from '../../shared/model/entities.ts'
import { loadControl } from './control/load.ts'
import { differingFields } from './differingFields.ts'
import { loadEngagement } from './engagement.ts'
import type { Handlers } from './handler.ts'

export const walkthrough: Handlers<typeof walkthroughContract> = {
  'walkthrough.save': ({ walkthroughId, ...given }, { reader, newId, actor, now }) => {
    const { engagementId } = loadControl(reader, given.controlId)
    const before = walkthroughId === undefined ? null : loadWalkthrough(reader, walkthroughId)
    if (before !== null && before.controlId !== given.controlId) {
      throw new DomainError('walkthrough.not_found', { walkthroughId })
    }
    const reasoning = known(given.reasoning)
    if (reasoning === null && !(given.suitablyDesigned && given.implemented)) {
      throw new DomainError('walkthrough.reasoning_required')
    }
    const id = before?.id ?? newId()
    const fields = { ...given, metWith: known(given.metWith), forms: known(given.forms), reasoning }
    const stamp = { by: actor.practitionerId, at: now.at }
    const changed = before === null ? fields : differingFields(before, fields)
    return {
      engagementId,
      changes:
        before === null
          ? create('walkthrough', id, { ...fields, ...stamp })
          : Object.keys(changed).length === 0
            ? []
            : update('walkthrough', id, { ...changed, ...stamp }),
      answer: () => ({ walkthroughId: id }),
    }
  },

  'walkthrough.list': ({ engagementId, controlId }, { reader }) => {
    loadEngagement(reader, engagementId)
    return { walkthroughs: walkthroughRows(reader, engagementId, controlId ?? null) }
  },

  'walkthrough.remove': ({ walkthroughId, reason }, { reader }) => {
    const { engagementId } = loadWalkthrough(reader, walkthroughId)
    return {
      engagementId,
      changes: [
        ...update('walkthrough', walkthroughId, { removedBecause: reason }),
        ...hide('walkthrough', walkthroughId),
      ],
      answer: () => ({}),
    }
  },
}

/** @throws DomainError `walkthrough.not_found` */
function loadWalkthrough(reader: Reader, walkthroughId: string): EntityRow<'walkthrough'> {
  const found = reader.get('walkthrough', walkthroughId)
  if (found === undefined) throw new DomainError('walkthrough.not_found', { walkthroughId })
  return found
}

/** A text that was left out or emptied is not known. */
const known = (text: string | undefined): string | null => (text === undefined || text.trim() === '' ? null : text)
