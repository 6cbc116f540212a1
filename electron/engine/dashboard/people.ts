import { practitionerNames } from '../../../db/practitionerName.ts'
import type { Reader } from '../../../db/reader.ts'
import type { PersonProgress } from '../../../shared/contract/dashboard.ts'
import { type DashboardFacts, sumOf } from './facts.ts'

/** @returns everybody of the engagement who took something on, recorded, signed or noted anything, by name */
export function peopleProgress(
  reader: Reader,
  { engagement, recorded, notes, signOffs }: DashboardFacts,
): PersonProgress[] {
  const inTeam = practitionerNames(reader, engagement.id)
  const assignments = reader.list('assignment', { engagementId: engagement.id })
  const ids = new Set([
    ...assignments.map(({ practitionerId }) => practitionerId),
    ...recorded.map(({ practitionerId }) => practitionerId),
    ...signOffs.map(({ practitionerId }) => practitionerId),
    ...notes.map(({ authorId }) => authorId),
  ])
  const signed = (id: string, roles: readonly string[]) =>
    signOffs.filter(({ practitionerId, role }) => practitionerId === id && roles.includes(role)).length
  return [...ids]
    .map((practitionerId) => ({
      practitionerId,
      name: reader.get('practitioner', practitionerId)?.name ?? inTeam(practitionerId),
      takenOn: assignments.filter((one) => one.practitionerId === practitionerId).length,
      recorded: sumOf(recorded, (one) => (one.practitionerId === practitionerId ? one.recorded : 0)),
      prepared: signed(practitionerId, ['preparer']),
      reviewed: signed(practitionerId, ['reviewer', 'partner', 'quality_reviewer']),
      notesOpen: notes.filter(({ authorId }) => authorId === practitionerId).length,
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}
