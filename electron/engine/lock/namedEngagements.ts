import type { Reader } from '../../../db/reader.ts'
import { type EntityName, isEntityName } from '../../../shared/model/entities.ts'

/** What parameters call a paper, where it is not the name of its entity. */
const otherNames: Record<string, readonly EntityName[]> = {
  organisation: ['subserviceOrganisation'],
  report: ['subserviceReport'],
  complementary: ['complementaryControl'],
  mark: ['periodMark', 'evidenceMark'],
  part: ['systemPart'],
  section: ['descriptionSection'],
  link: ['descriptionLink'],
  change: ['significantChange'],
  note: ['reviewNote'],
}

/** @returns the engagements of the papers that parameters name by id, each once */
export function engagementsNamedIn(reader: Reader, params: unknown): Set<string> {
  const found = new Set<string>()
  for (const { entity, id } of papersIn(params)) {
    if (entity === 'engagement') found.add(id)
    else {
      const row = reader.get(entity, id)
      if (row !== undefined) found.add(row.engagementId)
    }
  }
  return found
}

type Paper = { entity: EntityName; id: string }

function* papersIn(value: unknown): Generator<Paper, void, undefined> {
  if (typeof value !== 'object' || value === null) return
  const fields = Object.entries(value)
  for (const [name, id] of fields) {
    if (typeof id === 'string') yield* entitiesCalled(name, value).map((entity) => ({ entity, id }))
    else yield* papersIn(id)
  }
}

/** `controlId` names a control; `id` beside an `entity` names one of those. */
function entitiesCalled(name: string, beside: object): EntityName[] {
  if (name === 'id') {
    const entity: unknown = Reflect.get(beside, 'entity')
    return typeof entity === 'string' && isEntityName(entity) ? [entity] : []
  }
  if (!name.endsWith('Id')) return []
  const called = name.slice(0, -2)
  return isEntityName(called) ? [called] : [...(otherNames[called] ?? [])]
}
