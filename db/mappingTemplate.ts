import type { EntityRow } from '../shared/model/entities.ts'
import type { Reader } from './reader.ts'

/** A template with the name of who saved it. */
export type TemplateRow = EntityRow<'mappingTemplate'> & { savedByName: string }

/** @returns the templates of a client, by name */
export function templatesOf(reader: Reader, client: string): TemplateRow[] {
  const names = new Map(reader.list('practitioner', {}).map(({ id, name }) => [id, name]))
  return reader
    .list('mappingTemplate', { client }, 'name')
    .map((row) => ({ ...row, savedByName: names.get(row.savedBy) ?? row.savedBy }))
}
