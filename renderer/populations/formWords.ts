import type { Encoding } from '../../shared/contract/csv.ts'
import type { TableFormat } from '../../shared/contract/table.ts'

type Form = { format: TableFormat; encoding: Encoding | null; delimiter: string | null; sheet: string | null }

const delimiterWords: Record<string, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' }

/** @returns how a list was read, in words */
export function formWords({ format, encoding, delimiter, sheet }: Form): string {
  if (format === 'xlsx') return `workbook, sheet ${sheet ?? ''}`
  if (format === 'jsonl') return 'JSON lines'
  return `${encoding ?? ''}, separated by ${delimiterWords[delimiter ?? ''] ?? delimiter ?? ''}`
}
