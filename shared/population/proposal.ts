import type { DateFormat } from '../period/dateFormat.ts'

/** Columns of a file that may hold dates, with the formats that all of their texts prove. */
export type DateColumns = readonly { column: string; formats: readonly DateFormat[] }[]

export type ProposedColumns = { itemId?: string; date?: string; stratum?: string; amount?: string }

/**
 * Proposes which column is what; the auditor decides. The id is a column named so, else the first one; the date is the first
 * column of dates, those named after the event before others; stratum and amount are proposed by their names only.
 */
export function proposeColumns(header: readonly string[], dates: DateColumns): ProposedColumns {
  const named = header.filter((column) => column !== '')
  const dateNames = dates.map(({ column }) => column)
  const others = named.filter((column) => !dateNames.includes(column))
  const found = {
    itemId: others.find((column) => idName.test(words(column))) ?? others[0],
    date: dateNames.find((column) => eventName.test(words(column))) ?? dateNames[0],
    stratum: others.find((column) => stratumName.test(words(column))),
    amount: others.find((column) => amountName.test(words(column))),
  }
  return Object.fromEntries(Object.entries(found).filter(([, column]) => column !== undefined))
}

const idName = /\b(id|key|number|no|nr|ref|reference|ticket|case)\b/
const eventName = /\b(deployed|occurred|date|reported|created|opened|start|completed|performed|day|on)\b/
const stratumName = /\b(stratum|strata|location|site|region|entity|environment)\b/
const amountName = /\b(amount|value|total|sum|balance)\b/

/** `changeId`, `change_id` and `Change-ID` are the same words. */
const words = (column: string) =>
  column
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
