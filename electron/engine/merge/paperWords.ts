import type { Reader } from '../../../db/reader.ts'
import { quoted } from '../../../db/table.ts'
import { EvidenceTarget } from '../../../shared/contract/evidence.ts'
import { entities, isEntityName } from '../../../shared/model/entities.ts'
import { referredEntity } from '../../../shared/model/scope.ts'
import { targetWords } from '../evidence/targetWords.ts'

/** Fields that name a paper, the best first. */
const naming = ['ref', 'name', 'title', 'client', 'symbol', 'itemId', 'part', 'letter', 'month', 'text'] as const

const longestWords = 120

/** @returns what names a paper of any kind for a person, such as `deviation DEV-3` or `result CHG-01, item 17, attribute A` */
export function paperWords(reader: Reader, entity: string, id: string): string {
  if (entity === 'engagement') return 'the engagement'
  if (entity === 'result' || entity === 'procedure' || entity === 'walkthrough' || entity === 'population')
    return targetWords(reader)(EvidenceTarget.parse({ entity, id }))
  if (entity === 'conclusion') return conclusionWords(reader, id)
  const row = rowOf(reader, entity, id)
  const field = naming.find((name) => typeof row?.[name] === 'string' && row[name] !== '')
  const words = field === undefined ? ownerWords(reader, row) : String(row?.[field])
  return `${spaced(entity)} ${words}`.trim().slice(0, longestWords)
}

/** `sampleItem` → `sample item` */
export function spaced(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

function conclusionWords(reader: Reader, id: string): string {
  const row = reader.get('conclusion', id)
  if (row === undefined) return 'conclusion'
  const ref = row.targetEntity === 'control' ? reader.get('control', row.targetId)?.ref : row.targetId
  return `conclusion on ${ref ?? row.targetId}, ${row.aspect}`
}

/** What the paper belongs to, where it has no name of its own. */
function ownerWords(reader: Reader, row: Record<string, unknown> | undefined): string {
  for (const [field, value] of Object.entries(row ?? {})) {
    const owner = referredEntity(field)
    if (owner !== undefined && typeof value === 'string') return `of ${paperWords(reader, owner, value)}`
  }
  return ''
}

function rowOf(reader: Reader, entity: string, id: string): Record<string, unknown> | undefined {
  if (!isEntityName(entity)) return undefined
  const columns = Object.keys(entities[entity]).map((field) => `${quoted(field)} AS "${field}"`)
  return reader.one<Record<string, unknown>>(`SELECT ${columns.join(', ')} FROM ${quoted(entity)} WHERE id = @id`, {
    id,
  })
}
