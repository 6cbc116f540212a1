import { practitionerNames } from '../../../db/practitionerName.ts'
import type { Reader } from '../../../db/reader.ts'
import type { ResultOf } from '../../../shared/contract/index.ts'
import { isPaperKind, type Paper } from '../../../shared/paper/paperForms.ts'
import { sectionsOf } from '../../../shared/review/sections.ts'
import { criteriaInScope } from '../catalogue.ts'
import { loadEngagement } from '../engagement.ts'
import { paperWords } from '../paper/words.ts'
import { hasLeft, practitionersOf } from '../store/practitioners.ts'
import { teamMemberId } from '../teamMember.ts'

/** Somebody who may take something on. */
export type Person = ResultOf<'assignment.list'>['people'][number]

/** @returns the id of an assignment: two copies that assign the same apart meet in one row when they merge */
export function assignmentId(engagementId: string, { entity, id }: { entity: string; id: string }): string {
  return `${engagementId}:${entity}:${id}`
}

/** @returns who can take something on: the practitioners of the store, then those of the engagement whom only others' stores know */
export function peopleOf(reader: Reader, engagementId: string): Person[] {
  const own: Person[] = practitionersOf(reader).map(({ practitionerId, name, initials, role }) => ({
    practitionerId,
    name,
    initials,
    role,
  }))
  const known = new Set(own.map(({ practitionerId }) => teamMemberId(engagementId, practitionerId)))
  const others = reader
    .list('teamMember', { engagementId })
    .filter(({ id }) => !known.has(id))
    .map(({ id, name, initials, role }) => ({
      practitionerId: id.slice(engagementId.length + 1),
      name,
      initials,
      role,
    }))
    .filter(({ practitionerId }) => !hasLeft(reader, practitionerId))
  return [...own, ...others]
}

/** @returns the sections of an engagement @throws DomainError `engagement.not_found` */
export function sectionsIn(reader: Reader, engagementId: string): string[] {
  const { categories } = loadEngagement(reader, engagementId)
  return sectionsOf(criteriaInScope(categories).map(({ criterionId }) => criterionId))
}

/** @returns who took a paper on, or the section that a control's criteria belong to; `null` where nobody did */
export function assigneeOf(reader: Reader, engagementId: string, paper: Paper): string | null {
  const targets = [paper, ...sectionsOfPaper(reader, paper).map((id) => ({ entity: 'section', id }))]
  const found = targets
    .map((target) => reader.get('assignment', assignmentId(engagementId, target)))
    .find((one) => one !== undefined)
  if (found === undefined) return null
  return nameIn(reader, engagementId)(found.practitionerId)
}

const partOfKind: Partial<Record<Paper['entity'], string>> = {
  engagement: 'scope',
  population: 'populations',
  request: 'requests',
  subserviceOrganisation: 'thirdParties',
  evidence: 'evidence',
  deviation: 'deviations',
  opinion: 'opinion',
}

function sectionsOfPaper(reader: Reader, { entity, id }: Paper): string[] {
  const part = partOfKind[entity]
  if (part !== undefined) return [part]
  const controlId = controlOf(reader, { entity, id })
  if (controlId === undefined) return []
  return reader
    .list('controlCriterion', { controlId, mapped: 1 })
    .map(({ criterionId }) => criterionId.replace(/\..*$/, ''))
}

function controlOf(reader: Reader, { entity, id }: Paper): string | undefined {
  if (entity === 'control') return id
  if (entity === 'sample' || entity === 'procedure' || entity === 'walkthrough')
    return reader.get(entity, id)?.controlId
  const conclusion = entity === 'conclusion' ? reader.get('conclusion', id) : undefined
  return conclusion?.targetEntity === 'control' ? conclusion.targetId : undefined
}

/** @returns what is taken on, with words */
export function assignmentsOf(reader: Reader, engagementId: string): ResultOf<'assignment.list'>['assignments'] {
  const name = nameIn(reader, engagementId)
  const words = paperWords(reader)
  return reader.list('assignment', { engagementId }, 'at').map(({ targetEntity, targetId, ...row }) => ({
    target: { entity: targetEntity, id: targetId },
    words: isPaperKind(targetEntity) ? words({ entity: targetEntity, id: targetId }) : targetId,
    practitionerId: row.practitionerId,
    person: name(row.practitionerId),
    note: row.note,
    by: name(row.by),
    at: row.at,
  }))
}

/** Whoever took something on and left the store is named still. */
function nameIn(reader: Reader, engagementId: string): (practitionerId: string) => string {
  const inTeam = practitionerNames(reader, engagementId)
  return (practitionerId) => reader.get('practitioner', practitionerId)?.name ?? inTeam(practitionerId)
}
