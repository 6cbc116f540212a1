import { cellsById, type RecordRow, recordsById } from '../../../db/record/records.ts'
import type { StoredKind } from '../../../db/record/selects.ts'
import type { Reader } from '../../../db/reader.ts'
import { OpinionPart } from '../../../shared/contract/opinion.ts'
import type { RecordInfo } from '../../../shared/contract/record.ts'
import { partWords } from '../../../shared/opinion/words.ts'
import { cellIds } from '../../../shared/record/cellId.ts'
import { type RecordKey, type RecordKind, recordName } from '../../../shared/record/record.ts'
import { tokenStart, withWords } from '../../../shared/record/token.ts'
import { tscCriteria } from '../catalogue.ts'
import { filledText } from '../procedure/filledText.ts'

/** @returns what is known of records, in the order asked; one that was removed, or is of another engagement, says so */
export function describeRecords(reader: Reader, engagementId: string, keys: readonly RecordKey[]): RecordInfo[] {
  const known = new Map<string, RecordInfo>()
  for (const [kind, ofKind] of Map.groupBy(keys, (key) => key.kind)) {
    for (const record of ofOneKind(reader, engagementId, kind, ofKind)) known.set(recordName(record), record)
  }
  return keys.map((key) => known.get(recordName(key)) ?? unknownRecord(key))
}

function ofOneKind(
  reader: Reader,
  engagementId: string,
  kind: RecordKind,
  keys: readonly RecordKey[],
): readonly RecordInfo[] {
  if (kind === 'criterion') return criterionRecords
  if (kind === 'opinion') return opinionRecords(engagementId)
  const ids = keys.map(({ id }) => id)
  const rows =
    kind === 'result'
      ? cellsById(
          reader,
          engagementId,
          ids.map((id) => ({ id, ...cellIds(id) })),
        )
      : recordsById(reader, { engagementId, kind: kind satisfies StoredKind, ids })
  return toRecords(reader, kind, rows)
}

/** Longest title of a record, in characters. */
const longestTitle = 160

/**
 * @returns records as callers see them: the title in one line, without the tokens of the text that it was made of, and with what
 *   its placeholders stand for
 */
export function toRecords(reader: Reader, kind: RecordKind, rows: readonly RecordRow[]): RecordInfo[] {
  const filled = filledText(reader)
  return rows.map(({ id, ref, title, within, hidden }) => ({
    kind,
    id,
    ref,
    title: oneLine(kind === 'procedure' ? filled(id, title) : title),
    within,
    state: hidden === 1 ? 'removed' : 'present',
  }))
}

function oneLine(text: string): string {
  const cutToken = text.lastIndexOf(tokenStart)
  const whole = cutToken >= 0 && !text.includes(']', cutToken) ? text.slice(0, cutToken) : text
  const line = withWords(whole, () => '…')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return line.length > longestTitle ? `${line.slice(0, longestTitle - 1)}…` : line
}

const unknownRecord = ({ kind, id }: RecordKey): RecordInfo => ({
  kind,
  id,
  ref: id,
  title: '',
  within: null,
  state: 'unknown',
})

/** The criteria of the catalogue, whether they are in scope or not. */
export const criterionRecords: readonly RecordInfo[] = tscCriteria.map(({ criterionId, title }) => ({
  kind: 'criterion',
  id: criterionId,
  ref: criterionId,
  title,
  within: null,
  state: 'present',
}))

/** @returns the parts of an engagement's opinion, whether they are decided or not */
export const opinionRecords = (engagementId: string): RecordInfo[] =>
  OpinionPart.options.map((part) => ({
    kind: 'opinion',
    id: `${engagementId}:${part}`,
    ref: `Opinion on the ${partWords[part]}`,
    title: '',
    within: null,
    state: 'present',
  }))
