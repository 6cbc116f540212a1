import { showAgain } from '../../../db/hiddenRow.ts'
import type { CheckedParamsOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create, hide, update } from '../../../shared/journal/change.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { describeProcedure } from './describe.ts'
import { loadProcedure } from './load.ts'

/**
 * Keeps why a warning is all right. An answer stays when its warning goes, and stands again when it comes back.
 * @throws DomainError as the contract of `procedure.answerWarning` lists
 */
export function answerWarning(
  { procedureId, code, reason }: CheckedParamsOf<'procedure.answerWarning'>,
  { reader, actor, now }: CommandContext,
): Outcome<Record<string, never>> {
  const row = loadProcedure(reader, procedureId)
  const warning = describeProcedure(reader, row).warnings.find((each) => each.code === code)
  if (warning === undefined) throw new DomainError('procedure.no_such_warning', { code })
  const id = `${procedureId}:${code}`
  const before = reader.get('warningAnswer', id)
  const stamp = { by: actor.practitionerId, at: now.at }
  const changes =
    reason === null
      ? before === undefined
        ? []
        : hide('warningAnswer', id)
      : before === undefined
        ? [
            ...create('warningAnswer', id, { procedureId, code, reason, ...stamp }),
            ...showAgain(reader, 'warningAnswer', id),
          ]
        : before.reason === reason
          ? []
          : update('warningAnswer', id, { reason, ...stamp })
  return { engagementId: row.engagementId, changes, answer: () => ({}) }
}
