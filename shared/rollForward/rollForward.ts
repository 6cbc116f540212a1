import type { ReportType } from '../contract/engagement.ts'
import type { Change, JsonValue } from '../journal/change.ts'
import { type EntityName, fieldOf } from '../model/entities.ts'
import { referredEntity } from '../model/scope.ts'
import type { RecordKey } from '../record/record.ts'
import { tokenOf, withWords } from '../record/token.ts'
import type { CarriedForm, FieldRule, Part } from './parts.ts'
import { carriedForms } from './carriedForms.ts'
import { versionsFrom } from './versions.ts'

/** A row of the prior engagement, its fields by name. */
export type PriorRow = { readonly [field: string]: JsonValue } & { readonly id: string }

/** The rows of the prior engagement that are not hidden, by entity. */
export type PriorPapers = (entity: EntityName) => readonly PriorRow[]

/** What the papers are carried to, and by whom. */
export type NextEngagement = {
  engagementId: string
  reportType: ReportType
  firstDay: string
  lastDay: string
  actorId: string
  at: string
}

export type Choices = {
  /** Parts and `entity.field` that are left out. */
  leaveOut: ReadonlySet<string>
  newId: () => string
  /** Words for a record that a text points at and that is not carried. */
  wordsOf: (record: RecordKey) => string
}

/** A paper on its way: its row, and the id that it gets. */
type Carried = { entity: EntityName; form: CarriedForm; row: PriorRow; id: string }

export type RolledForward = {
  changes: Change[]
  /** The new id of a paper that was carried. */
  newIdOf: (entity: EntityName, priorId: string) => string | undefined
  /** How many papers are carried, by part. */
  counts: ReadonlyMap<Part | 'always', number>
}

/**
 * The papers of the next period: those of the prior one that are carried, with new ids and their origins, and nothing of what was
 * done on them (AT-C 205: evidence of an earlier period never reduces the tests of this one).
 */
export function rollForward(papers: PriorPapers, to: NextEngagement, choices: Choices): RolledForward {
  const ids = new Map<string, string>()
  const newIdOf = (entity: string, priorId: string) => ids.get(`${entity}:${priorId}`)
  const carried: Carried[] = []
  for (const { entity, form } of carriedForms()) {
    if (choices.leaveOut.has(form.part)) continue
    for (const row of rowsOf(papers, entity, form, to)) {
      if (!hasItsPapers(entity, form, row, newIdOf)) continue
      const id = form.id === 'new' ? choices.newId() : composedId(form.id, row, to, newIdOf)
      ids.set(`${entity}:${row.id}`, id)
      carried.push({ entity, form, row, id })
    }
  }
  return {
    changes: carried.flatMap((paper) => changesOf(paper, to, choices, newIdOf)),
    newIdOf,
    counts: countedBy(carried),
  }
}

type NewIdOf = (entity: string, priorId: string) => string | undefined

function rowsOf(papers: PriorPapers, entity: EntityName, form: CarriedForm, to: NextEngagement): readonly PriorRow[] {
  const asked = Object.entries(form.only ?? {})
  const rows = papers(entity).filter((row) => asked.every(([field, value]) => row[field] === value))
  // A Type 1 report is on the design, as of a date.
  if (entity === 'procedure' && to.reportType === 'type1') return rows.filter(({ aspect }) => aspect === 'design')
  return entity === 'controlVersion' ? versionsOf(rows, to) : rows
}

function versionsOf(rows: readonly PriorRow[], { firstDay, lastDay }: NextEngagement): PriorRow[] {
  const dated = rows.map((row) => ({ row, effectiveOn: textOf(row['effectiveOn']) }))
  const byControl = Map.groupBy(dated, ({ row }) => textOf(row['controlId']))
  return [...byControl.values()].flatMap((versions) =>
    versionsFrom(versions, firstDay, lastDay).map(({ row, effectiveOn }) => ({ ...row, effectiveOn })),
  )
}

/** A row that hangs on a paper which is not carried stays behind with it. */
function hasItsPapers(entity: EntityName, { fields }: CarriedForm, row: PriorRow, newIdOf: NewIdOf): boolean {
  return Object.entries(fields).every(([field, rule]) => {
    if (rule !== 'paper' || fieldOf(entity, field)?.required !== true) return true
    return newIdOf(referredEntity(field) ?? '', textOf(row[field])) !== undefined
  })
}

function composedId(fields: readonly string[], row: PriorRow, to: NextEngagement, newIdOf: NewIdOf): string {
  return fields
    .map((field) => {
      if (field === 'engagementId') return to.engagementId
      const referred = referredEntity(field)
      const said = textOf(row[field])
      return referred === undefined ? said : newIdOf(referred, said)
    })
    .join(':')
}

function changesOf(
  { entity, form, row, id }: Carried,
  to: NextEngagement,
  choices: Choices,
  newIdOf: NewIdOf,
): Change[] {
  const values = Object.entries(form.fields).flatMap(([field, rule]): [string, JsonValue][] => {
    const value = valueOf(rule, { field, key: `${entity}.${field}`, said: row[field] ?? null }, to, choices, newIdOf)
    return value === null ? [] : [[field, value]]
  })
  const own = values.map(([field, value]) => ({ entity, id, field, value }))
  return form.id === 'new' ? [...own, ...originOf(entity, id, row.id)] : own
}

function originOf(targetEntity: string, targetId: string, originId: string): Change[] {
  const id = `${targetEntity}:${targetId}`
  return Object.entries({ targetEntity, targetId, originId }).map(([field, value]) => ({
    entity: 'origin',
    id,
    field,
    value,
  }))
}

type Said = { field: string; key: string; said: JsonValue }

function valueOf(
  rule: FieldRule,
  { field, key, said }: Said,
  to: NextEngagement,
  choices: Choices,
  newIdOf: NewIdOf,
): JsonValue {
  if (typeof rule === 'object') return rule.set
  switch (rule) {
    case 'left':
      return null
    case 'choice':
      // A Type 1 engagement speaks of one day, so nothing in it is performed over a period.
      if (key === 'procedure.timing' && to.reportType === 'type1') return 'as_of'
      return choices.leaveOut.has(key) ? null : readable(said, choices, newIdOf)
    case 'carried':
    case 'firstDay':
      return readable(said, choices, newIdOf)
    case 'paper':
      return newIdOf(referredEntity(field) ?? '', textOf(said)) ?? null
    case 'papers':
      return (Array.isArray(said) ? said : []).flatMap((one) => newIdOf('control', textOf(one)) ?? [])
    case 'actor':
      return to.actorId
    case 'instant':
      return to.at
  }
}

/** What a text points at is pointed at in the new engagement, or said in words where it is not carried. */
function readable(value: JsonValue, { wordsOf }: Choices, newIdOf: NewIdOf): JsonValue {
  return eachText(value, (text) =>
    withWords(text, (record) => {
      // A criterion is of the catalogue, and the same in every engagement.
      const id = record.kind === 'criterion' ? record.id : newIdOf(record.kind, record.id)
      return id === undefined ? wordsOf(record) : tokenOf({ kind: record.kind, id })
    }),
  )
}

/** Rich text has its sentences within its nodes. */
function eachText(value: JsonValue, written: (text: string) => string): JsonValue {
  if (typeof value === 'string') return written(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((part) => eachText(part, written))
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, eachText(part, written)]))
}

function countedBy(carried: readonly Carried[]): ReadonlyMap<Part | 'always', number> {
  const byPart = Map.groupBy(carried, ({ form }) => form.part)
  return new Map([...byPart].map(([part, of]) => [part, of.length]))
}

const textOf = (value: JsonValue | undefined) => (typeof value === 'string' ? value : '')
