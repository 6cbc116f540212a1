import type { Reader } from '../../../db/reader.ts'
import type { RecordInfo } from '../../../shared/contract/record.ts'
import { type RecordKey, recordName } from '../../../shared/record/record.ts'
import { tokenStart, withWords } from '../../../shared/record/token.ts'
import type { TextSheet } from '../spreadsheet/workbook.ts'
import { describeRecords } from './describe.ts'

/** @returns what writes a text as it is read outside of the window: `DEV-3` in the place of the token that points at it */
export function plainText(reader: Reader, engagementId: string): (text: string) => string {
  const known = new Map<string, string>()
  const wordsOf = (key: RecordKey): string => {
    const name = recordName(key)
    const words = known.get(name) ?? refWords(describeRecords(reader, engagementId, [key])[0])
    known.set(name, words)
    return words
  }
  return (text) => (text.includes(tokenStart) ? withWords(text, wordsOf) : text)
}

/** @returns a sheet for people outside of the window, each cell as {@link plainText} writes it */
export function plainSheet(reader: Reader, engagementId: string, sheet: TextSheet): TextSheet {
  const plain = plainText(reader, engagementId)
  return { ...sheet, rows: sheet.rows.map((row) => row.map(plain)) }
}

function refWords(record: RecordInfo | undefined): string {
  if (record === undefined || record.state === 'unknown') return '(unknown record)'
  return record.state === 'removed' ? `${record.ref} (removed)` : record.ref
}
