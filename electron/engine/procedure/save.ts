import { showAgain } from '../../../db/hiddenRow.ts'
import { lettersWithResults } from '../../../db/procedure.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import type { Attribute } from '../../../shared/contract/procedure.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { type Change, create, hide, update } from '../../../shared/journal/change.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { checkLetters } from '../../../shared/procedure/letters.ts'
import { checkPlaceholders } from '../../../shared/procedure/placeholders.ts'
import { timingFor } from '../../../shared/procedure/timing.ts'
import { loadEngagement } from '../engagement.ts'
import { differingFields } from '../differingFields.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { loadProcedure } from './load.ts'

type Params = CheckedParamsOf<'procedure.save'>

/** @throws DomainError as the contract of `procedure.save` lists */
export function saveProcedure(params: Params, context: CommandContext): Outcome<ResultOf<'procedure.save'>> {
  return writeProcedure(params, null, context)
}

/**
 * @param libraryProcedureId the procedure of a library that a new one begins as
 * @throws DomainError as the contract of `procedure.save` lists
 */
export function writeProcedure(
  params: Params,
  libraryProcedureId: string | null,
  { reader, newId }: CommandContext,
): Outcome<{ procedureId: string }> {
  const control = reader.get('control', params.controlId)
  if (control === undefined) throw new DomainError('control.not_found', { controlId: params.controlId })
  const { engagementId } = control
  const { reportType } = loadEngagement(reader, engagementId)
  if (params.aspect === 'operation' && reportType === 'type1') throw new DomainError('procedure.operation_needs_period')
  checkPlaceholders(params.text)
  const before = params.procedureId === undefined ? null : loadOfControl(reader, params.procedureId, params.controlId)
  const procedureId = before?.id ?? newId()
  const fields = {
    controlId: params.controlId,
    sampleId: sampleOf(reader, params, before),
    aspect: params.aspect,
    nature: params.nature,
    timing: timingFor(reportType, params.timing === undefined ? (before?.timing ?? null) : params.timing),
    text: params.text,
  }
  const changes =
    before === null
      ? create('procedure', procedureId, { ...fields, libraryProcedureId })
      : update('procedure', procedureId, differingFields(before, fields))
  return {
    engagementId,
    changes: [...changes, ...attributeChanges(reader, procedureId, params.attributes)],
    answer: () => ({ procedureId }),
  }
}

function loadOfControl(reader: Reader, procedureId: string, controlId: string): EntityRow<'procedure'> {
  const found = loadProcedure(reader, procedureId)
  if (found.controlId !== controlId) throw new DomainError('procedure.not_found', { procedureId })
  return found
}

/**
 * The sample that a procedure is performed on: the one given; else the one it has; else, for operation on attributes, the
 * control's only one. A walkthrough of the design is not performed on the sample by itself.
 */
function sampleOf(
  reader: Reader,
  { sampleId, controlId, aspect, attributes }: Params,
  before: EntityRow<'procedure'> | null,
): string | null {
  const chosen = sampleId === undefined ? (before?.sampleId ?? null) : sampleId
  if (sampleId !== undefined && sampleId !== null) checkSample(reader, sampleId, controlId)
  const current = before?.sampleId ?? null
  if (before !== null && current !== null && chosen !== current && lettersWithResults(reader, before.id).length > 0) {
    throw new DomainError('procedure.sample_has_results')
  }
  if (chosen !== null || sampleId === null || aspect === 'design' || attributes.length === 0) return chosen
  const samples = reader.list('sample', { controlId })
  return samples.length === 1 ? (samples[0]?.id ?? null) : null
}

function checkSample(reader: Reader, sampleId: string, controlId: string): void {
  const found = reader.get('sample', sampleId)
  if (found === undefined) throw new DomainError('sample.not_found', { sampleId })
  const isShared = reader.get('sampleControl', `${sampleId}:${controlId}`) !== undefined
  if (found.controlId !== controlId && !isShared) throw new DomainError('sample.of_other_control', { sampleId })
}

function attributeChanges(reader: Reader, procedureId: string, attributes: readonly Attribute[]): Change[] {
  checkLetters(attributes)
  const letters = new Set(attributes.map(({ letter }) => letter))
  const known = new Map(reader.list('attribute', { procedureId }).map((attribute) => [attribute.letter, attribute]))
  const removed = [...known.keys()].filter((letter) => !letters.has(letter))
  const used = removed.length === 0 ? [] : lettersWithResults(reader, procedureId)
  const kept = removed.find((letter) => used.includes(letter))
  if (kept !== undefined) throw new DomainError('procedure.attribute_has_results', { letter: kept })
  return [
    ...attributes.flatMap(({ letter, ...given }, place) => {
      const id = `${procedureId}:${letter}`
      const before = known.get(letter)
      const fields = { text: given.text, expected: given.expected === '' ? null : given.expected, place }
      if (before === undefined)
        return [...create('attribute', id, { procedureId, letter, ...fields }), ...showAgain(reader, 'attribute', id)]
      return update('attribute', id, differingFields(before, fields))
    }),
    ...removed.flatMap((letter) => hide('attribute', `${procedureId}:${letter}`)),
  ]
}
