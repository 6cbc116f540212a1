import type { Reader } from '../../../db/reader.ts'
import { descriptionCriteria } from '../catalogue/descriptionCriteria.ts'
import { setAsideCriteria } from '../criterion/applicable.ts'
import { describeChanges } from './changes.ts'

/**
 * What other papers know that the description has to tell: complementary controls (DC 6), subservice organisations (DC 7),
 * criteria that were set aside (DC 8) and significant changes (DC 9). It is asked for by name where the description never
 * says the name; a change is told when somebody said so.
 */
export function untoldPapers(reader: Reader, engagementId: string): ReadonlyMap<string, string[]> {
  const told = reader
    .list('descriptionSection', { engagementId })
    .map(({ title, plain }) => `${title}\n${plain}`)
    .join('\n')
    .toLowerCase()
  const names = (name: string) => told.includes(name.toLowerCase())
  const organisations = reader.list('subserviceOrganisation', { engagementId }, 'name').map(({ name }) => name)
  const setAside = [...setAsideCriteria(reader, engagementId).keys()]
  const changes = describeChanges(reader, engagementId).filter(({ described }) => !described)
  const users = reader.list('complementaryControl', { engagementId, kind: 'cuec' })
  const untold: Record<string, string[]> = {
    'DC 6': users.length > 0 && told === '' ? [`${users.length} controls of users are not told yet.`] : [],
    'DC 7': organisations.filter((name) => !names(name)).map((name) => `${name} is not named in the description.`),
    'DC 8': setAside.filter((id) => !names(id)).map((id) => `${id} was set aside; the description does not say so.`),
    'DC 9': changes.map(({ changedOn, title }) => `The change of ${changedOn} (${title}) is not described yet.`),
  }
  return new Map(descriptionCriteria.map(({ criterionId }) => [criterionId, untold[criterionId] ?? []]))
}
