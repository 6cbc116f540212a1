import type { CheckedParamsOf } from '../../../shared/contract/index.ts'
import type { PopulationColumns, PopulationSource } from '../../../shared/contract/population.ts'
import { type Change, create } from '../../../shared/journal/change.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import type { CommandContext } from '../handler.ts'
import { formOf, mediaTypeOf, type TableFile } from '../table/tableFile.ts'
import type { TakenRows } from './rowTaking.ts'

type NewPopulation = {
  params: CheckedParamsOf<'population.import'>
  context: CommandContext
  file: TableFile
  populationId: string
  taken: TakenRows & { rowsSha256: string }
}

/** @returns the changes of an import: the population, and its file as evidence of where it came from */
export function newPopulation({ params, context, file, populationId, taken }: NewPopulation): Change[] {
  const { name, columns, source = {} } = params
  const { now, actor, newId } = context
  const evidenceId = newId()
  const { format, encoding, delimiter, sheet } = formOf(file)
  return [
    ...create('population', populationId, {
      name,
      fileName: file.name,
      sha256: file.sha256,
      ...taken,
      columns: columnFields(columns),
      header: file.header,
      format,
      encoding,
      delimiter,
      sheet,
      source: sourceFields(source),
      importedAt: now.at,
      evidenceId,
    }),
    ...create('evidence', evidenceId, {
      sha256: file.sha256,
      size: file.bytes,
      name: file.name,
      mediaType: mediaTypeOf(file),
      capturedOn: source.extractedOn ?? null,
      receivedFrom: source.extractedBy ?? null,
      importedAt: now.at,
      importedBy: actor.practitionerId,
    }),
    ...create('evidenceLink', evidenceLinkId(evidenceId, { entity: 'population', id: populationId }), {
      evidenceId,
      targetEntity: 'population',
      targetId: populationId,
    }),
  ]
}

/** @returns the columns as they are journaled: without those that were not said */
export function columnFields({
  itemId,
  further = [],
  ...others
}: PopulationColumns): EntityRow<'population'>['columns'] {
  return { itemId, ...given(others), ...(further.length === 0 ? {} : { further }) }
}

/** @returns the id of the link between a file and the paper that it supports */
export function evidenceLinkId(evidenceId: string, target: { entity: string; id: string }): string {
  return `${evidenceId}:${target.entity}:${target.id}`
}

/** @returns the source as it is journaled: without what was not said */
export function sourceFields(source: PopulationSource): EntityRow<'population'>['source'] {
  return given(source)
}

/** @returns an object without its empty and missing fields */
function given<T extends string | number>(fields: Record<string, T | undefined>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, T] => field[1] !== undefined && field[1] !== ''),
  )
}
