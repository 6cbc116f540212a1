import type { Reader } from './reader.ts'

/**
 * Both columns with the name of their table: `engagement_id` alone would be the one of the table of names.
 * @param person column that holds a practitioner's id, such as `sample.drawn_by`
 * @param engagement column that holds the engagement's id
 * @returns SQL for the name under which the engagement knows that practitioner, else the id itself
 */
export function practitionerName(person: string, engagement: string): string {
  if (!/^@|\./.test(engagement)) throw new TypeError(`${engagement} is a column of team_member here`)
  return `coalesce((SELECT name FROM team_member WHERE id = ${engagement} || ':' || ${person}), ${person})`
}

/** @returns the name under which an engagement knows each of its practitioners, else the id itself */
export function practitionerNames(reader: Reader, engagementId: string): (practitionerId: string) => string {
  const names = new Map(reader.list('teamMember', { engagementId }).map(({ id, name }) => [id, name]))
  return (practitionerId) => names.get(`${engagementId}:${practitionerId}`) ?? practitionerId
}
