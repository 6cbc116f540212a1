import { contentSha256, paperContent } from '../../../db/paper/content.ts'
import { type FieldTime, fieldTimes } from '../../../db/paper/fieldTimes.ts'
import { contentAt } from '../../../db/paper/pastContent.ts'
import type { Reader } from '../../../db/reader.ts'
import type { ResultOf } from '../../../shared/contract/index.ts'
import { differenceOf } from '../../../shared/paper/paperDifference.ts'
import { rowWords } from '../paper/rowWords.ts'
import { loadSignOff, targetOf } from './load.ts'

/**
 * Recomputes from the journal what was signed, proves it by its hash, and compares it with what the paper says now.
 * @throws DomainError `signOff.not_found`
 */
export function signOffDifference(reader: Reader, signOffId: string): ResultOf<'signOff.difference'> {
  const row = loadSignOff(reader, signOffId)
  const paper = targetOf(row)
  if (paper === null) return { proven: false, differences: [] }
  const heads = Object.fromEntries(row.heads.map(({ deviceId, seq }) => [deviceId, seq]))
  const empty = { paper, rows: {} }
  const before = contentAt(reader, row.engagementId, paper, heads)
  const times = lastTimes(fieldTimes(reader, row.engagementId, paper))
  const words = rowWords(reader)
  return {
    proven: before !== undefined && contentSha256(before) === row.contentSha256,
    differences: differenceOf(before ?? empty, paperContent(reader, paper) ?? empty).map((one) => {
      const time = times(one.entity, one.id, one.field)
      return { ...one, words: words(paper, one), at: time?.at ?? null, by: time?.actor ?? null }
    }),
  }
}

/** When a field got its value; for a row that came or went, when that happened. */
function lastTimes(times: readonly FieldTime[]): (entity: string, id: string, field: string) => FieldTime | undefined {
  const byField = new Map<string, FieldTime>()
  const byRow = new Map<string, FieldTime>()
  for (const time of times) {
    const row = `${time.entity}\n${time.id}`
    if (!byRow.has(row)) byRow.set(row, time)
    if (!byField.has(`${row}\n${time.field}`)) byField.set(`${row}\n${time.field}`, time)
  }
  return (entity, id, field) => {
    const row = `${entity}\n${id}`
    const [ofField, hidden] = [byField.get(`${row}\n${field}`), byField.get(`${row}\ndeleted`)]
    if (hidden !== undefined && (ofField === undefined || hidden.hlc > ofField.hlc)) return hidden
    return ofField ?? byRow.get(row)
  }
}
