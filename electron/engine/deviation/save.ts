import { lastDeviationNumber } from '../../../db/deviation.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { checkFacts } from '../../../shared/deviation/steps.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create, update } from '../../../shared/journal/change.ts'
import type { EntityFields } from '../../../shared/model/entities.ts'
import { loadControl } from '../control/load.ts'
import { differingFields } from '../differingFields.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { compensationChanges } from './compensations.ts'
import { checkNotConcluded, loadDeviation } from './load.ts'
import { checkExtension, placeOf } from './place.ts'

type Params = CheckedParamsOf<'deviation.save'>

/**
 * Records a deviation under the next number of its engagement, or changes what is given of one; a number is never used again.
 * @throws DomainError as the contract of `deviation.save` lists
 */
export function saveDeviation(params: Params, context: CommandContext): Outcome<ResultOf<'deviation.save'>> {
  const { reader, newId, now, actor } = context
  const before = params.deviationId === undefined ? null : loadDeviation(reader, params.deviationId)
  const { engagementId } = loadControl(reader, params.controlId)
  if (before !== null && before.engagementId !== engagementId)
    throw new DomainError('control.not_found', { controlId: params.controlId })
  if (before !== null) checkNotConcluded(before)
  if (params.extension) checkExtension(reader, params.extension, params.controlId)
  const fields = {
    controlId: params.controlId,
    ...placeOf(reader, params, before),
    ...factsOf(params),
    condition: params.condition,
  }
  if (before !== null) checkFacts(before.status, { ...before, ...fields })
  const deviationId = before?.id ?? newId()
  const ref = before?.ref ?? `DEV-${lastDeviationNumber(reader, engagementId) + 1}`
  const recorded = { recordedBy: actor.practitionerId, recordedAt: now.at }
  return {
    engagementId,
    changes: [
      ...(before === null
        ? create('deviation', deviationId, { ref, ...fields, status: 'open', ...recorded })
        : update('deviation', deviationId, differingFields(before, fields))),
      ...compensationChanges(reader, deviationId, params),
    ],
    answer: () => ({ deviationId, ref }),
  }
}

const textNames = [
  'cause',
  'extent',
  'timing',
  'clientStatement',
  'clientPerson',
  'managementResponse',
  'compensating',
  'effect',
  'criterionEffect',
] as const

/** What was given; a text that was emptied is no longer known. */
function factsOf(params: Params): EntityFields<'deviation'> {
  const given = textNames.flatMap((name) => {
    const text = params[name]
    return text === undefined ? [] : [[name, text.trim() === '' ? null : text] as const]
  })
  const { nature, clientSaidOn, extension } = params
  return {
    ...Object.fromEntries(given),
    ...(nature === undefined ? {} : { nature }),
    ...(clientSaidOn === undefined ? {} : { clientSaidOn }),
    ...(extension === undefined ? {} : { extension }),
  }
}
