import { z } from 'zod'
import clauses2022File from '../../../resources/catalog/iso27001-2022-clauses.json' with { type: 'json' }
import edition2013File from '../../../resources/catalog/iso27001-2013.json' with { type: 'json' }
import edition2022File from '../../../resources/catalog/iso27001-2022.json' with { type: 'json' }
import type { IsoCatalogueEntry, IsoEdition } from '../../../shared/contract/iso.ts'
import { criteriaByRequirement } from './isoMapping.ts'

const Clause = z.object({ id: z.string(), parent: z.string().nullable(), title: z.string() })

const Edition2013 = z.object({
  notice: z.string(),
  clauses: z.array(Clause.extend({ introductory: z.boolean() })),
  sections: z.array(z.object({ id: z.string(), title: z.string() })),
  controls: z.array(z.object({ id: z.string(), section: z.string(), title: z.string() })),
})
const Clauses2022 = z.object({ clauses: z.array(Clause.extend({ corresponds: z.array(z.string()) })) })
const Edition2022 = z.object({
  themes: z.array(z.object({ id: z.string(), title: z.string() })),
  controls: z.array(
    z.object({
      id: z.string(),
      theme: z.string(),
      title: z.string(),
      replaces: z.array(z.string()),
      new: z.boolean(),
    }),
  ),
})

const edition2013 = Edition2013.parse(edition2013File)
const clauses2022 = Clauses2022.parse(clauses2022File).clauses
const edition2022 = Edition2022.parse(edition2022File)

/** Says that ids and structure are facts and every wording is our own. */
export const isoNotice = edition2013.notice

/** A control of 2022 bears the letter of its annex, so that it is never taken for the clause of the same number. */
const annexId = (id: string) => `A.${id}`

type Entry = Omit<IsoCatalogueEntry, 'criteria'>

/** @returns the clauses that hold requirements of their own: those without others below them, under clause 4 to 10 */
function clauseEntries(clauses: readonly z.infer<typeof Clause>[], correspondsTo: (id: string) => string[]): Entry[] {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]))
  const parents = new Set(clauses.map(({ parent }) => parent))
  const isNew = (id: string) => clauses !== edition2013.clauses && correspondsTo(id).length === 0
  return clauses
    .filter(({ id, parent }) => parent !== null && !parents.has(id))
    .map(({ id, title }) => {
      const group = id.slice(0, id.indexOf('.'))
      return {
        requirementId: id,
        kind: 'clause',
        title,
        group,
        groupTitle: byId.get(group)?.title ?? group,
        correspondsTo: correspondsTo(id),
        isNew: isNew(id),
      }
    })
}

function entries2013(): Entry[] {
  const sections = new Map(edition2013.sections.map(({ id, title }) => [id, title]))
  const parted = new Set(clauses2022.map(({ parent }) => parent))
  const later = (id: string) =>
    clauses2022.filter((one) => one.corresponds.includes(id) && !parted.has(one.id)).map((one) => one.id)
  return [
    ...clauseEntries(
      edition2013.clauses.filter(({ introductory }) => !introductory),
      later,
    ).map((entry) => ({ ...entry, isNew: false })),
    ...edition2013.controls.map(({ id, section, title }) => ({
      requirementId: id,
      kind: 'control' as const,
      title,
      group: section,
      groupTitle: sections.get(section) ?? section,
      correspondsTo: edition2022.controls.filter(({ replaces }) => replaces.includes(id)).map((one) => annexId(one.id)),
      isNew: false,
    })),
  ]
}

function entries2022(): Entry[] {
  const themes = new Map(edition2022.themes.map(({ id, title }) => [id, title]))
  const earlier = new Map(clauses2022.map(({ id, corresponds }) => [id, corresponds]))
  return [
    ...clauseEntries(clauses2022, (id) => earlier.get(id) ?? []),
    ...edition2022.controls.map((control) => ({
      requirementId: annexId(control.id),
      kind: 'control' as const,
      title: control.title,
      group: annexId(control.theme),
      groupTitle: themes.get(control.theme) ?? control.theme,
      correspondsTo: control.replaces,
      isNew: control.new,
    })),
  ]
}

function withCriteria(edition: IsoEdition, entries: Entry[]): IsoCatalogueEntry[] {
  const criteria = criteriaByRequirement(edition, entries)
  return entries.map((entry) => ({ ...entry, criteria: criteria.get(entry.requirementId) ?? [] }))
}

/** The clauses 4 to 10 and the controls of Annex A, in the order of the standard, for each edition. */
export const isoCatalogue: Record<IsoEdition, readonly IsoCatalogueEntry[]> = {
  '2013': withCriteria('2013', entries2013()),
  '2022': withCriteria('2022', entries2022()),
}

const byId: Record<IsoEdition, ReadonlyMap<string, IsoCatalogueEntry>> = {
  '2013': new Map(isoCatalogue['2013'].map((entry) => [entry.requirementId, entry])),
  '2022': new Map(isoCatalogue['2022'].map((entry) => [entry.requirementId, entry])),
}

/** @returns a clause or a control of Annex A, or `undefined` where the edition has none of that id */
export function isoRequirement(edition: IsoEdition, requirementId: string): IsoCatalogueEntry | undefined {
  return byId[edition].get(requirementId)
}
