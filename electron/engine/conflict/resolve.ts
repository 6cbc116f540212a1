import type { CheckedParamsOf } from '../../../shared/contract/index.ts'
import { keepHidden } from '../../../db/hiddenRow.ts'
import { StandingWrites } from '../../../db/journal/standingWrites.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { Change, JsonValue } from '../../../shared/journal/change.ts'
import { changeProblem } from '../../../shared/journal/changeProblem.ts'
import { isStamp } from '../../../shared/journal/conflict.ts'
import { canonical } from '../../../shared/journal/entry.ts'
import type { Write } from '../../../shared/journal/fold.ts'
import { fieldOf, isEntityName } from '../../../shared/model/entities.ts'
import { isRichNode } from '../../../shared/richText/node.ts'
import { plainTextOf } from '../../../shared/richText/paragraphs.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { loadConflict } from './describe.ts'

type Nothing = Record<string, never>
type Place = { engagementId: string; entity: string; id: string; field: string }

/**
 * Decides on a conflict with one of its values or a third one. The entry is one like any other: it knows all the values, so it
 * ends the conflict on every device that receives it. A paper that was removed meanwhile stays so.
 * @throws DomainError `conflict.not_found`, `conflict.invalid_value`
 */
export function resolveConflict(
  { conflictId, value }: CheckedParamsOf<'conflict.resolve'>,
  context: CommandContext,
): Outcome<Nothing> {
  const { state, ...place } = loadConflict(context.reader, conflictId)
  const { engagementId, entity, id, field } = place
  const change: Change = { entity, id, field, value }
  const problem = changeProblem(engagementId, change) ?? allowedProblem(change)
  if (problem !== null) throw new DomainError('conflict.invalid_value', { field, problem })
  const chosen = state.find((write) => canonical(write.value) === canonical(value))
  return {
    engagementId,
    changes: [
      change,
      ...textOf(change),
      ...stampsOf(place, chosen, context),
      ...(isEntityName(entity) ? keepHidden(context.reader, entity, id) : []),
    ],
    answer: () => ({}),
  }
}

/** The words of a section of the description go with its text, whoever wrote it. */
function textOf({ entity, id, field, value }: Change): Change[] {
  if (entity !== 'descriptionSection' || field !== 'content' || !isRichNode(value)) return []
  return [{ entity, id, field: 'plain', value: plainTextOf(value) }]
}

/** An empty text is none where the field has to say something. */
function allowedProblem({ entity, field, value }: Change): string | null {
  const isEmpty = typeof value === 'string' && value.trim() === ''
  return isEmpty && fieldOf(entity, field)?.required === true ? 'it may not be empty' : null
}

/** Stamps go with the value: those of its author where a value is taken, those of the person who decides for a third one. */
function stampsOf(
  { engagementId, entity, id }: Place,
  chosen: Write | undefined,
  { reader, actor, now }: CommandContext,
): Change[] {
  if (chosen !== undefined) {
    const { changes } = new StandingWrites(reader, engagementId).entry(chosen.deviceId, chosen.seq)
    return changes.filter((change) => change.entity === entity && change.id === id && isStamp(change.field))
  }
  const stamps: Record<string, JsonValue> = { by: actor.practitionerId, at: now.at }
  return Object.entries(stamps)
    .filter(([field]) => fieldOf(entity, field) !== undefined)
    .map(([field, value]) => ({ entity, id, field, value }))
}
