import type { Reader } from '../../../db/reader.ts'
import { teamMemberId } from '../teamMember.ts'

export type Person = { practitionerId: string; name: string }

/** @returns how an engagement knows its people: by the name in its team, else by their id */
export function peopleOf(reader: Reader, engagementId: string): (practitionerId: string) => Person {
  const names = new Map(reader.list('teamMember', { engagementId }).map(({ id, name }) => [id, name]))
  return (practitionerId) => ({
    practitionerId,
    name: names.get(teamMemberId(engagementId, practitionerId)) ?? practitionerId,
  })
}
