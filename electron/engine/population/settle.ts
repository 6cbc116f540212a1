import { settledRow } from '../../../db/population.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { type Change, create } from '../../../shared/journal/change.ts'
import { deletedField } from '../../../shared/model/entities.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { loadUndrawn } from './load.ts'

type Decision = CheckedParamsOf<'population.settle'>['decisions'][number]

/** Records what the auditor decided about rows: those excluded cannot be drawn. The last word on a row counts. */
export function settleRows(
  { populationId, decisions }: CheckedParamsOf<'population.settle'>,
  { reader, actor, now }: CommandContext,
): Outcome<Record<string, never>> {
  const { engagementId, concludedAt } = loadUndrawn(reader, populationId)
  if (concludedAt !== null) throw new DomainError('population.concluded')
  const byRow = new Map(decisions.map((decision) => [decision.row, decision]))
  const stamp = { by: actor.practitionerId, at: now.at }
  const changes = [...byRow.values()].flatMap((decision) => settlement(reader, populationId, decision, stamp))
  return { engagementId, changes, answer: () => ({}) }
}

function settlement(
  reader: Reader,
  populationId: string,
  { row, decision, reason }: Decision,
  stamp: { by: string; at: string },
): Change[] {
  const found = settledRow(reader, populationId, row)
  if (found === undefined) throw new DomainError('population.row_not_found', { row })
  const isHidden = found.wasHidden === 1
  if (!isHidden && found.decision === decision && found.reason === reason) return []
  const id = `${populationId}:${row}`
  return [
    ...create('settlement', id, { populationId, row, itemId: found.itemId, decision, reason, ...stamp }),
    ...(isHidden ? [{ entity: 'settlement', id, field: deletedField, value: false }] : []),
  ]
}
