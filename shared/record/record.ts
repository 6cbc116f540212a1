/**
 * Kinds of record that a paper can point at: every paper, and what is found on papers. They have the names and ids of their
 * entities; a criterion is of the catalogue, and a part of the opinion exists before anybody decided on it.
 */
export const recordKinds = [
  'control',
  'deviation',
  'request',
  'evidence',
  'population',
  'sample',
  'sampleItem',
  'procedure',
  'result',
  'walkthrough',
  'criterion',
  'conclusion',
  'opinion',
  'subserviceOrganisation',
  'subserviceReport',
  'complementaryControl',
  'letter',
  'narrative',
  'engagement',
] as const

export type RecordKind = (typeof recordKinds)[number]

/** What a record is known by. The id of a result is that of its cell: procedure, sample item and letter with `:` between them. */
export type RecordKey = { kind: RecordKind; id: string }

const kinds: ReadonlySet<string> = new Set(recordKinds)

export function isRecordKind(name: string): name is RecordKind {
  return kinds.has(name)
}

/** @returns one text for a record, to compare and to look up by: `deviation:ID` */
export const recordName = ({ kind, id }: RecordKey): string => `${kind}:${id}`

/** @returns the record of such a text, or `null` where it names none */
export function namedRecord(name: string): RecordKey | null {
  const end = name.indexOf(':')
  const kind = name.slice(0, end)
  const id = name.slice(end + 1)
  return end > 0 && id !== '' && isRecordKind(kind) ? { kind, id } : null
}
