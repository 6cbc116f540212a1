/** Heads of the columns of a request list, as it is written and read back. */
export const listColumns = {
  number: 'No.',
  itemId: 'Item id',
  date: 'Date',
  stratum: 'Stratum',
  due: 'Due',
  answer: 'Answer',
  reference: 'File or link',
  providedOn: 'Provided on',
  note: 'Note',
  key: 'Tickmark key',
} as const

/** Something tested on every item, so that the client knows what to bring for it. */
export type AskedAttribute = { controlRef: string; letter: string; text: string }

/** A column in which the client says where an attribute is shown; the label stands before what is said in it. */
export type AttributeColumn = { label: string; head: string }

/** @returns a head as it is compared: programs and people change case and outer spaces */
export function comparableHead(head: string): string {
  return head.trim().toLowerCase()
}

/**
 * Heads of the columns that differ from list to list. Those that another column has already, such as a population's own
 * `Note`, are numbered: a list with two columns of one name could not be read back.
 * @param columns of the population
 */
export function variableHeads(
  columns: readonly string[],
  attributes: readonly AskedAttribute[],
): { columns: string[]; attributes: AttributeColumn[] } {
  const taken = new Set<string>(Object.values(listColumns).map(comparableHead))
  const free = (head: string) => {
    let [found, number] = [head, 1]
    while (taken.has(comparableHead(found))) found = `${head} (${(number += 1)})`
    taken.add(comparableHead(found))
    return found
  }
  const hasOneControl = new Set(attributes.map(({ controlRef }) => controlRef)).size <= 1
  return {
    columns: columns.map(free),
    attributes: attributes.map(({ controlRef, letter, text }) => {
      const label = hasOneControl ? letter : `${controlRef} ${letter}`
      return { label, head: free(`${label}: ${text}`) }
    }),
  }
}

/** @returns the text by which a row of a list is found again: the request and the item, unlike those of any other engagement */
export function rowKey(ref: string, sampleItemId: string): string {
  return `${ref}/${sampleItemId}`
}

/** @returns what a key says, `null` where it is not one */
export function readRowKey(text: string): { ref: string; sampleItemId: string } | null {
  const [, ref, sampleItemId] = /^(REQ-\d+)\/(.+)$/.exec(text) ?? []
  return ref === undefined || sampleItemId === undefined ? null : { ref, sampleItemId }
}
