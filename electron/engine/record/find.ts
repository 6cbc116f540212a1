import { cellsByWords, recordsByWords, searchWords } from '../../../db/record/records.ts'
import type { Reader } from '../../../db/reader.ts'
import type { RecordInfo } from '../../../shared/contract/record.ts'
import { type RecordKind, recordKinds } from '../../../shared/record/record.ts'
import { criterionRecords, opinionRecords, toRecords } from './describe.ts'

type Search = { engagementId: string; words: string; kinds: readonly RecordKind[] | undefined; limit: number }

/** @returns the records that hold every word, those whose reference begins with the words first, then by kind */
export function findRecords(reader: Reader, { engagementId, words, kinds, limit }: Search): RecordInfo[] {
  const wanted = searchWords(words)
  const found = recordKinds
    .filter((kind) => kinds === undefined || kinds.includes(kind))
    .flatMap((kind) => ofKind(reader, { engagementId, kind, words: wanted, limit }))
  const start = wanted.join(' ').toLowerCase()
  const rank = ({ ref }: RecordInfo) => {
    const lower = ref.toLowerCase()
    if (lower === start) return 0
    return lower.startsWith(start) ? 1 : 2
  }
  // The sort is stable: within a rank the kinds stay in their order.
  return found.toSorted((one, other) => rank(one) - rank(other)).slice(0, limit)
}

type KindSearch = { engagementId: string; kind: RecordKind; words: string[]; limit: number }

function ofKind(reader: Reader, { engagementId, kind, words, limit }: KindSearch): RecordInfo[] {
  if (kind === 'criterion') return matching(criterionRecords, words)
  if (kind === 'opinion') return matching(opinionRecords(engagementId), words)
  if (kind === 'result') return cells(reader, { engagementId, kind, words, limit })
  // Without words there is nothing that would tell one item of thousands from another.
  if (kind === 'sampleItem' && words.length === 0) return []
  return toRecords(reader, kind, recordsByWords(reader, { engagementId, kind, words, limit }))
}

/** A cell is asked for by its item and the letter: `CHG-00312 C`. */
function cells(reader: Reader, { engagementId, words, limit }: KindSearch): RecordInfo[] {
  const letter = words.at(-1)?.toUpperCase() ?? ''
  if (words.length < 2 || !/^[A-Z]$/.test(letter)) return []
  return toRecords(reader, 'result', cellsByWords(reader, { engagementId, words: words.slice(0, -1), letter, limit }))
}

function matching(records: readonly RecordInfo[], words: readonly string[]): RecordInfo[] {
  const lower = words.map((word) => word.toLowerCase())
  return records.filter(({ ref, title }) => {
    const text = `${ref} ${title}`.toLowerCase()
    return lower.every((word) => text.includes(word))
  })
}
