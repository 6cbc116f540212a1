import { reachOf } from '../../../db/journal/chainSlices.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { deletedField } from '../../../shared/model/entities.ts'
import { loadEngagement } from '../engagement.ts'
import type { JobContext } from '../handler.ts'
import { chosenContent, titleOf } from './chosenContent.ts'

/**
 * What a bundle would hold and leave out, before anybody writes it.
 * @throws DomainError `engagement.not_found`, `control.not_found`, `bundle.empty_part`
 */
export async function planBundle(
  { engagementId, part }: CheckedParamsOf<'bundle.plan'>,
  { store: { reader }, pause }: JobContext,
): Promise<ResultOf<'bundle.plan'>> {
  loadEngagement(reader, engagementId)
  if (part !== undefined) titleOf(part, reader)
  const upTo = reachOf(reader, engagementId)
  const { state, omissions } = await chosenContent(reader, { engagementId, part, upTo }, pause)
  const shown = (entity: string) => Object.values(state[entity] ?? {}).filter((fields) => fields[deletedField] !== true)
  const evidence = shown('evidence')
  return {
    evidence: evidence.length,
    bytes: evidence.reduce((sum, { size }) => sum + (typeof size === 'number' ? size : 0), 0),
    controls: shown('control').length,
    requests: shown('request').length,
    omissions,
  }
}
