import { resultRows } from '../../../db/result.ts'
import { testedItems } from '../../../db/prior/tests.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { QueryContext } from '../handler.ts'
import { plainText } from '../record/plainText.ts'
import { heldPrior } from './held.ts'

/** @throws DomainError `rollForward.prior_not_at_hand`, `procedure.not_found` */
export function priorItems(
  { priorEngagementId, procedureId, ...page }: CheckedParamsOf<'prior.items'>,
  context: QueryContext,
): ResultOf<'prior.items'> {
  const prior = heldPrior(context, priorEngagementId)
  if (prior === null) throw new DomainError('rollForward.prior_not_at_hand')
  const { reader } = prior
  const procedure = reader.get('procedure', procedureId)
  if (procedure === undefined || procedure.engagementId !== priorEngagementId)
    throw new DomainError('procedure.not_found', { procedureId })
  if (procedure.sampleId === null) return { total: 0, items: [] }
  const plain = plainText(reader, priorEngagementId)
  const results = Map.groupBy(resultRows(reader, procedureId), ({ sampleItemId }) => sampleItemId)
  const { total, items } = testedItems(reader, procedure.sampleId, page)
  return {
    total,
    items: items.map((item) => ({
      ...item,
      cells: (results.get(item.sampleItemId) ?? []).map(({ attribute, outcome, note, by, at }) => ({
        letter: attribute,
        outcome,
        note: note === null ? null : plain(note),
        by,
        at,
      })),
    })),
  }
}
