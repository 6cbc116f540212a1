import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create, update } from '../../../shared/journal/change.ts'
import { checkLetters } from '../../../shared/procedure/letters.ts'
import { checkPlaceholders } from '../../../shared/procedure/placeholders.ts'
import { tscCriterionIds } from '../catalogue.ts'
import { differingFields } from '../differingFields.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { storeScope } from '../teamMember.ts'
import { checkTitle, loadLibraryProcedure } from './procedures.ts'

type Params = CheckedParamsOf<'library.save'>

/**
 * The library belongs to the firm, so it is journaled with the store and with no engagement.
 * @throws DomainError as the contract of `library.save` lists
 */
export function saveLibraryProcedure(params: Params, context: CommandContext): Outcome<ResultOf<'library.save'>> {
  const { reader, newId, actor, now } = context
  const { libraryProcedureId, criteria, attributes, timing = null, ...given } = params
  checkOwn(params, context)
  checkPlaceholders(params.text)
  checkLetters(attributes)
  const unknown = criteria.find((criterion) => !tscCriterionIds().has(criterion))
  if (unknown !== undefined) throw new DomainError('control.unknown_criterion', { criterion: unknown })
  checkTitle(reader, params.title, libraryProcedureId ?? null)
  const before = libraryProcedureId === undefined ? undefined : reader.get('libraryProcedure', libraryProcedureId)
  const id = before?.id ?? newId()
  const fields = { ...given, timing, criteria: [...new Set(criteria)].toSorted(), attributes }
  const stamp = { savedBy: actor.practitionerId, savedAt: now.at }
  const changed = before === undefined ? fields : differingFields(before, fields)
  return {
    engagementId: storeScope,
    changes:
      before === undefined
        ? create('libraryProcedure', id, { ...fields, retired: false, ...stamp })
        : Object.keys(changed).length === 0
          ? []
          : update('libraryProcedure', id, { ...changed, ...stamp }),
    answer: () => ({ libraryProcedureId: id }),
  }
}

function checkOwn({ libraryProcedureId }: Params, { reader }: CommandContext): void {
  if (libraryProcedureId === undefined) return
  if (loadLibraryProcedure(reader, libraryProcedureId).origin === 'catalogue') {
    throw new DomainError('library.read_only')
  }
}
