import { loadControl } from '../control/load.ts'
import { lastDeviationNumber } from '../../../db/deviation.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create, update } from '../../../shared/journal/change.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { differingFields } from '../differingFields.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { loadProcedure } from '../procedure/load.ts'

type Params = CheckedParamsOf<'deviation.save'>

/** @throws DomainError `deviation.not_found` */
export function loadDeviation(reader: Reader, deviationId: string): EntityRow<'deviation'> {
  const found = reader.get('deviation', deviationId)
  if (found === undefined) throw new DomainError('deviation.not_found', { deviationId })
  return found
}

/**
 * Records a deviation under the next number of its engagement, or changes what is given of one; a number is never used again.
 * @throws DomainError as the contract of `deviation.save` lists, and `procedure.not_found`
 */
export function saveDeviation(params: Params, context: CommandContext): Outcome<ResultOf<'deviation.save'>> {
  const { reader, newId, now, actor } = context
  const before = params.deviationId === undefined ? null : loadDeviation(reader, params.deviationId)
  const { engagementId } = loadControl(reader, params.controlId)
  if (before !== null && before.engagementId !== engagementId)
    throw new DomainError('control.not_found', { controlId: params.controlId })
  const place = placeOf(reader, params, before)
  const facts = factsOf(params)
  const status = params.status ?? before?.status ?? 'open'
  if (status === 'concluded') checkConcluded({ ...before, ...facts })
  const deviationId = before?.id ?? newId()
  const ref = before?.ref ?? `DEV-${lastDeviationNumber(reader, engagementId) + 1}`
  const fields = { controlId: params.controlId, ...place, ...facts, condition: params.condition, status }
  return {
    engagementId,
    changes:
      before === null
        ? create('deviation', deviationId, { ref, ...fields, recordedBy: actor.practitionerId, recordedAt: now.at })
        : update('deviation', deviationId, differingFields(before, fields)),
    answer: () => ({ deviationId, ref }),
  }
}

type Place = { procedureId: string | null; sampleItemId: string | null; attribute: string | null }

/** The cell that a deviation was found on: its procedure and its item are of the same control. */
function placeOf(
  reader: Reader,
  { controlId, procedureId, sampleItemId, attribute }: Params,
  before: EntityRow<'deviation'> | null,
): Place {
  if (procedureId !== undefined && loadProcedure(reader, procedureId).controlId !== controlId) {
    throw new DomainError('procedure.not_found', { procedureId })
  }
  if (sampleItemId !== undefined) checkItem(reader, sampleItemId, controlId)
  return {
    procedureId: procedureId ?? before?.procedureId ?? null,
    sampleItemId: sampleItemId ?? before?.sampleItemId ?? null,
    attribute: attribute ?? before?.attribute ?? null,
  }
}

function checkItem(reader: Reader, sampleItemId: string, controlId: string): void {
  const item = reader.get('sampleItem', sampleItemId)
  const sample = item === undefined ? undefined : reader.get('sample', item.sampleId)
  if (sample?.controlId !== controlId) throw new DomainError('sample.item_not_found', { sampleItemId })
}

const factNames = [
  'cause',
  'extent',
  'timing',
  'clientStatement',
  'managementResponse',
  'compensating',
  'effect',
] as const

type Facts = { [F in (typeof factNames)[number]]?: string | null } & { nature?: NonNullable<Params['nature']> }

/** What was given; a text that was emptied is no longer known. */
function factsOf(params: Params): Facts {
  const given = factNames.flatMap((name) => {
    const text = params[name]
    return text === undefined ? [] : [[name, text.trim() === '' ? null : text] as const]
  })
  return { ...Object.fromEntries(given), ...(params.nature === undefined ? {} : { nature: params.nature }) }
}

function checkConcluded({ cause, nature, effect }: Partial<EntityRow<'deviation'>>): void {
  const missing = Object.entries({ cause, nature, effect }).flatMap(([name, value]) =>
    (value ?? null) === null ? [name] : [],
  )
  if (missing.length > 0) throw new DomainError('deviation.cause_required', { missing })
}
