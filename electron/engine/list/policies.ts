import type { Reader } from '../../../db/reader.ts'
import type { Frequency } from '../../../shared/contract/control.ts'
import { frequencyWords } from '../../../shared/sampling/frequency.ts'
import { ruleWords } from '../../../shared/sampling/ruleWords.ts'
import { instantText } from '../../../shared/period/instantText.ts'
import { type KnownPolicy, knownPolicies, type KnownVersion } from '../policy/policies.ts'
import type { Column } from '../spreadsheet/writeSheets.ts'
import { type ListTable, listTable } from './listTable.ts'

type Row = { policy: KnownPolicy; version: KnownVersion }

/** The sampling policies of the firm: a row for every version, latest first, with its sizes by frequency. */
export function policyList(reader: Reader): ListTable {
  const rows = knownPolicies(reader).flatMap((policy) => policy.versions.map((version): Row => ({ policy, version })))
  return listTable({ name: 'Sampling policies', columns, rows, idOf: ({ policy }) => policy.policyId })
}

const frequencies = Object.keys(frequencyWords) as Frequency[]

const columns: readonly Column<Row>[] = [
  { head: 'Policy', cell: ({ version }) => version.name },
  { head: 'Version', cell: ({ version }) => String(version.version) },
  { head: 'Stands', cell: ({ policy, version }) => standing(policy, version) },
  ...frequencies.map((frequency) => ({
    head: frequencyWords[frequency],
    cell: ({ version }: Row) => ruleWords(version.rules[frequency]),
  })),
  { head: 'Note', cell: ({ version }) => version.note },
  { head: 'Saved by', cell: ({ version }) => version.savedBy ?? '' },
  { head: 'Saved', cell: ({ version }) => (version.savedAt === null ? '' : instantText(version.savedAt)) },
]

function standing({ isDefault, retired, latest }: KnownPolicy, version: KnownVersion): string {
  if (version !== latest) return 'earlier version'
  if (retired !== null) return `retired: ${retired.reason}`
  return isDefault ? 'default' : 'in use'
}
