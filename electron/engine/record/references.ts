import { referringTexts, type ReferringText, textsOf } from '../../../db/record/references.ts'
import type { Reader } from '../../../db/reader.ts'
import type { ResultOf } from '../../../shared/contract/index.ts'
import type { RecordInfo, Reference } from '../../../shared/contract/record.ts'
import { type RecordKey, recordName } from '../../../shared/record/record.ts'
import { recordsIn } from '../../../shared/record/token.ts'
import { describeRecords } from './describe.ts'

/** Records that one answer names each way, at most. */
const mostRecords = 500

/** @returns what a record's texts point at, and the present records whose texts point at it */
export function referencesOf(reader: Reader, engagementId: string, record: RecordKey): ResultOf<'reference.list'> {
  const targets = textsOf(reader, engagementId, record).flatMap(({ field, text }) =>
    recordsIn(text).map((key) => ({ ...key, field })),
  )
  const pointing = referringTexts(reader, engagementId, record).filter(({ text }) =>
    recordsIn(text).some((key) => recordName(key) === recordName(record)),
  )
  const referrers = describedWith(reader, engagementId, pointing).filter(({ state }) => state === 'present')
  return {
    refersTo: describedWith(reader, engagementId, targets).slice(0, mostRecords),
    referredToBy: referrers.slice(0, mostRecords),
    moreReferrers: Math.max(0, referrers.length - mostRecords),
  }
}

/** @returns every record once, with the fields that it was found with */
function describedWith(
  reader: Reader,
  engagementId: string,
  found: readonly (RecordKey & { field: string })[],
): Reference[] {
  const groups = [...Map.groupBy(found, recordName).values()]
  const keys = groups.flatMap(([first]) => (first === undefined ? [] : [{ kind: first.kind, id: first.id }]))
  return describeRecords(reader, engagementId, keys).map((record, at) => ({
    ...record,
    fields: [...new Set(groups[at]?.map(({ field }) => field))],
  }))
}

/** A reference whose record was removed, or is not of this engagement. */
export type DanglingReference = { from: RecordInfo; field: string; to: RecordInfo }

/** @returns the dangling references of an engagement, by the order in which its texts are read */
export function danglingReferences(reader: Reader, engagementId: string): DanglingReference[] {
  const texts = referringTexts(reader, engagementId, null)
  const describe = describer(reader, engagementId, texts)
  return texts.flatMap((text) => {
    const from = describe(text)
    if (from.state !== 'present') return []
    return recordsIn(text.text)
      .map((key) => describe(key))
      .filter((to) => to.state !== 'present')
      .map((to) => ({ from, field: text.field, to }))
  })
}

/** Looks all records of the texts up at once. */
function describer(reader: Reader, engagementId: string, texts: readonly ReferringText[]) {
  const keys = texts.flatMap(({ kind, id, text }) => [{ kind, id }, ...recordsIn(text)])
  const unique = [...new Map(keys.map((key) => [recordName(key), key])).values()]
  const described = describeRecords(reader, engagementId, unique)
  const byName = new Map(described.map((record) => [recordName(record), record]))
  return (key: RecordKey): RecordInfo => {
    const record = byName.get(recordName(key))
    if (record === undefined) throw new TypeError(`${recordName(key)} was not looked up`)
    return record
  }
}
