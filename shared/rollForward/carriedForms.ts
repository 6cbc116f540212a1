import { type EntityName, isEntityName } from '../model/entities.ts'
import { carrying } from './carrying.ts'
import type { CarriedForm } from './parts.ts'

const rules: Readonly<Record<EntityName, { never: string } | 'of_store' | 'made' | CarriedForm>> = carrying

/** The order of the table is what carries papers before those that refer to them. */
const entityNames = Object.keys(rules).filter(isEntityName)

/** @returns the kinds of papers that are carried, those that others refer to first */
export function carriedForms(): { entity: EntityName; form: CarriedForm }[] {
  return entityNames.flatMap((entity) => {
    const rule = rules[entity]
    return typeof rule === 'object' && 'fields' in rule ? [{ entity, form: rule }] : []
  })
}

/** @returns what is never carried: the words of a preview, and the entities that they stand for */
export function neverCarried(): { what: string; entities: EntityName[] }[] {
  const named = entityNames.flatMap((entity) => {
    const rule = rules[entity]
    return typeof rule === 'object' && 'never' in rule ? [{ entity, what: rule.never }] : []
  })
  return [...Map.groupBy(named, ({ what }) => what)].map(([what, of]) => ({
    what,
    entities: of.map(({ entity }) => entity),
  }))
}

/** @returns the fields that an auditor can leave out, as `entity.field` */
export function choosableFields(): { key: string; entity: EntityName; field: string }[] {
  return carriedForms().flatMap(({ entity, form }) =>
    Object.entries(form.fields).flatMap(([field, rule]) =>
      rule === 'choice' ? [{ key: `${entity}.${field}`, entity, field }] : [],
    ),
  )
}
