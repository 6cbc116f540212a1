import type { ParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import type { GrantedFile } from '../../../shared/shell/shellAction.ts'
import { fileRef } from '../../engine/shell.ts'

/** Where a list comes from: a file that was chosen, or text that was pasted. */
export type ListSource = { file: GrantedFile } | { pasted: string }

export type Preview = ResultOf<'population.preview'>

/** How the auditor wants a list to be read, where that is not what was found out. */
export type ReadingChoice = Pick<ParamsOf<'population.preview'>, 'encoding' | 'delimiter' | 'sheet'>

export type ColumnChoice = Preview['proposal']

/** @returns a list as the engine takes it */
export function sourceParams(source: ListSource, reading: ReadingChoice): ParamsOf<'population.preview'> {
  return { ...('file' in source ? { file: fileRef(source.file.token) } : { pasted: source.pasted }), ...reading }
}

/** What is needed to take the rows of a list. */
export type Mapping = Pick<ParamsOf<'population.import'>, 'columns' | 'dateFormat'>

/** @returns the columns as they were chosen, once there is an id */
export function mappingOf(columns: ColumnChoice, dateFormat: Mapping['dateFormat'] | null): Mapping | null {
  const { itemId, further = [], ...others } = columns
  if (itemId === undefined) return null
  const given = Object.fromEntries(Object.entries(others).filter(([, column]) => column !== undefined))
  return {
    columns: { itemId, ...given, ...(further.length === 0 ? {} : { further }) },
    ...(dateFormat === null || dateFormat === undefined ? {} : { dateFormat }),
  }
}
