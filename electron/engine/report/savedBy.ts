import type { Reader } from '../../../db/reader.ts'

/** @returns the name of a practitioner of the store by id; the id itself of one that is not known here */
export function practitionerNames(reader: Reader): (id: string) => string {
  const names = new Map(reader.list('practitioner', {}).map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? id
}
