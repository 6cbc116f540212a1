import type { Reader } from '../../../db/reader.ts'
import type { ReferencedEntity } from '../../../db/settlement.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { update } from '../../../shared/journal/change.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { nextRefOf } from './nextRef.ts'

/** Gives a paper a reference of its own. @throws DomainError `settlement.not_found`, `settlement.ref_taken` */
export function renumber(
  { entity, id, ref: given }: CheckedParamsOf<'settlement.renumber'>,
  { reader }: CommandContext,
): Outcome<ResultOf<'settlement.renumber'>> {
  const row = reader.get(entity, id)
  if (row === undefined) throw new DomainError('settlement.not_found')
  const { engagementId } = row
  const ref = given ?? nextRefOf(reader, engagementId, entity, id)
  if (ref === null) throw new DomainError('settlement.not_found')
  if (ref !== row.ref && isTaken(reader, engagementId, entity, ref))
    throw new DomainError('settlement.ref_taken', { ref })
  return { engagementId, changes: ref === row.ref ? [] : update(entity, id, { ref }), answer: () => ({ ref }) }
}

function isTaken(reader: Reader, engagementId: string, entity: ReferencedEntity, ref: string): boolean {
  return reader.list(entity, { engagementId, ref }).length > 0
}
