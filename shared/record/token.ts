import { isRecordKind, type RecordKey, recordName } from './record.ts'

/**
 * How a text points at a record: `@[deviation:ID]`. The id is percent-encoded, so that no character of it can end the token;
 * what is not exactly of this form, or names a kind that this program does not know, stays text.
 */
const token = /@\[([a-zA-Z]{1,40}):([\w.~!*'():%-]{1,3600})\]/g

/** How every token begins: texts without it point at nothing. */
export const tokenStart = '@['

/** @returns the token that points at a record */
export function tokenOf({ kind, id }: RecordKey): string {
  return `@[${kind}:${encodeURIComponent(id.toWellFormed()).replaceAll('%3A', ':')}]`
}

/** @returns a text as it is drawn: pieces of text, and the records between them */
export function partsOf(text: string): (string | RecordKey)[] {
  const parts: (string | RecordKey)[] = []
  let end = 0
  for (const match of text.matchAll(token)) {
    const record = recordIn(match)
    if (record === null) continue
    if (match.index > end) parts.push(text.slice(end, match.index))
    parts.push(record)
    end = match.index + match[0].length
  }
  if (end < text.length) parts.push(text.slice(end))
  return parts
}

/** @returns the records that a text points at, each once, in the order of the text */
export function recordsIn(text: string): RecordKey[] {
  const records = partsOf(text).filter((part) => typeof part !== 'string')
  return [...new Map(records.map((record) => [recordName(record), record])).values()]
}

/** @returns a text with words in the place of its tokens, for where no link can be drawn */
export function withWords(text: string, wordsOf: (record: RecordKey) => string): string {
  return partsOf(text)
    .map((part) => (typeof part === 'string' ? part : wordsOf(part)))
    .join('')
}

function recordIn([, kind = '', encoded = '']: RegExpExecArray): RecordKey | null {
  if (!isRecordKind(kind)) return null
  try {
    return { kind, id: decodeURIComponent(encoded) }
  } catch {
    return null
  }
}
