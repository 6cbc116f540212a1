import type { RecordInfo } from '../../shared/contract/record.ts'
import { type RecordKey, recordName } from '../../shared/record/record.ts'
import { tokenOf, withWords } from '../../shared/record/token.ts'

/** Names under which a field shows records, by the name of the record; no two records have the same. */
export type Labels = ReadonlyMap<string, string>

/** @returns a label for each record: its reference, numbered where another record has the same one */
export function labelsOf(records: readonly RecordInfo[]): Labels {
  const labels = new Map<string, string>()
  const taken = new Set<string>()
  for (const record of records) {
    const ref = record.ref.replaceAll(/[[\]]/g, '')
    let label = ref
    for (let number = 2; taken.has(label); number += 1) label = `${ref} (${number})`
    taken.add(label)
    labels.set(recordName(record), label)
  }
  return labels
}

/** @returns a text as its field shows it: `@[DEV-3]` for the token; a record without a label stays as it is kept */
export const shownText = (text: string, labels: Labels): string =>
  withWords(text, (record) => shownRecord(record, labels))

function shownRecord(record: RecordKey, labels: Labels): string {
  const label = labels.get(recordName(record))
  return label === undefined ? tokenOf(record) : `@[${label}]`
}

/** @returns a text as it is kept, of what a field shows; what is in brackets and no label stays text */
export function keptText(shown: string, labels: Labels, records: readonly RecordKey[]): string {
  const tokens = new Map(records.map((record) => [labels.get(recordName(record)), tokenOf(record)]))
  return shown.replaceAll(/@\[([^[\]]+)\]/g, (whole, label: string) => tokens.get(label) ?? whole)
}

/** Longest search that is asked for while somebody types, in characters. */
const longestSearch = 60

/**
 * @param caret the place of the caret in the text
 * @returns where a reference is being typed: from an `@` that begins a word up to the caret; `null` elsewhere
 */
export function mentionAt(text: string, caret: number): { start: number; words: string } | null {
  const start = text.lastIndexOf('@', caret - 1)
  if (start < 0 || caret - start - 1 > longestSearch) return null
  const words = text.slice(start + 1, caret)
  const beginsWord = start === 0 || /[\s([{"'„“/,;]/.test(text.charAt(start - 1))
  return beginsWord && !/[\n[\]]/.test(words) && !words.includes('  ') ? { start, words } : null
}
