import { versionsOf } from '../../../db/control.ts'
import type { CheckedParamsOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create } from '../../../shared/journal/change.ts'
import { loadEngagement } from '../engagement.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { periodOf } from '../sample/period.ts'
import { loadControl } from './load.ts'

/** Gives a control another wording from a day of the period on: two populations, two tests. */
export function splitVersion(
  { controlId, effectiveOn, ...wording }: CheckedParamsOf<'control.splitVersion'>,
  { reader, newId }: CommandContext,
): Outcome<{ controlVersionId: string }> {
  const { engagementId } = loadControl(reader, controlId)
  const period = periodOf(loadEngagement(reader, engagementId))
  if (period === null || effectiveOn <= period.start || effectiveOn > period.end) {
    throw new DomainError('control.version_outside_period', { effectiveOn })
  }
  if (versionsOf(reader, controlId).some((version) => version.effectiveOn === effectiveOn)) {
    throw new DomainError('control.version_exists', { effectiveOn })
  }
  const controlVersionId = newId()
  const changes = create('controlVersion', controlVersionId, { controlId, effectiveOn, ...wording })
  return { engagementId, changes, answer: () => ({ controlVersionId }) }
}
