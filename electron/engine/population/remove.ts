import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf } from '../../../shared/contract/index.ts'
import { type Change, hide } from '../../../shared/journal/change.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { loadUndrawn } from './load.ts'

/** Hides a population that no sample was drawn from, and the file that it came from where nothing else uses it. */
export function removePopulation(
  { populationId }: CheckedParamsOf<'population.remove'>,
  { reader }: CommandContext,
): Outcome<Record<string, never>> {
  const { engagementId, evidenceId } = loadUndrawn(reader, populationId)
  const file = evidenceId === null ? [] : hideSource(reader, evidenceId, populationId)
  return { engagementId, changes: [...hide('population', populationId), ...file], answer: () => ({}) }
}

function hideSource(reader: Reader, evidenceId: string, populationId: string): Change[] {
  const links = reader.list('evidenceLink', { evidenceId })
  const own = links.filter(({ targetEntity, targetId }) => targetEntity === 'population' && targetId === populationId)
  const isUsedElsewhere = links.length > own.length
  return [
    ...own.flatMap(({ id }) => hide('evidenceLink', id)),
    ...(isUsedElsewhere ? [] : hide('evidence', evidenceId)),
  ]
}
