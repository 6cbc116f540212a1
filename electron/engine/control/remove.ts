import { workOn } from '../../../db/control.ts'
import type { CheckedParamsOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { hide } from '../../../shared/journal/change.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { loadControl } from './load.ts'

/** Hides a control that nothing was done on, and what was concluded on it. */
export function removeControl(
  { controlId }: CheckedParamsOf<'control.remove'>,
  { reader }: CommandContext,
): Outcome<Record<string, never>> {
  const { engagementId, ref } = loadControl(reader, controlId)
  if (workOn(reader, controlId) > 0) throw new DomainError('control.has_work', { ref })
  const conclusions = reader.list('conclusion', { engagementId, targetEntity: 'control', targetId: controlId })
  const changes = [...hide('control', controlId), ...conclusions.flatMap(({ id }) => hide('conclusion', id))]
  return { engagementId, changes, answer: () => ({}) }
}
