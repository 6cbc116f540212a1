import { type ProseFields, proseFields } from '../../shared/record/prose.ts'
import type { RecordKey } from '../../shared/record/record.ts'
import { tokenOf, tokenStart } from '../../shared/record/token.ts'
import type { Reader } from '../reader.ts'
import { quoted } from '../table.ts'

/** A text that points at something, and the record that it is read on. */
export type ReferringText = { kind: RecordKey['kind']; id: string; field: string; text: string }

/** @returns the texts of an engagement that point at a record, or at anything where none is given; hidden papers have none */
export function referringTexts(reader: Reader, engagementId: string, to: RecordKey | null): ReferringText[] {
  return reader.all<ReferringText>(referringSql, { engagementId, token: to === null ? tokenStart : tokenOf(to) })
}

/** @returns the texts of one record that point at something */
export function textsOf(reader: Reader, engagementId: string, { kind, id }: RecordKey): ReferringText[] {
  return proseFields
    .filter(({ of }) => of.kind === kind)
    .flatMap(selectsOf)
    .flatMap((sql) =>
      reader.all<ReferringText>(`SELECT * FROM (${sql}) WHERE id = @id`, { engagementId, token: tokenStart, id }),
    )
}

/** The condition on `tokenStart` is that of the indexes of long tables (see migration 15): only they are read through it. */
const selectsOf = ({ entity, fields, of }: ProseFields): string[] =>
  fields.map(
    (
      field,
    ) => `SELECT '${of.kind}' AS kind, ${quoted(of.idField)} AS id, '${entity}.${field}' AS field, ${quoted(field)} AS text
      FROM ${quoted(entity)}
      WHERE engagement_id = @engagementId AND deleted = 0
        AND instr(${quoted(field)}, '${tokenStart}') > 0 AND instr(${quoted(field)}, @token) > 0`,
  )

const referringSql = proseFields.flatMap(selectsOf).join(' UNION ALL ')
