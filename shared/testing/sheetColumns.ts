/** Which column of a spreadsheet is what of a test sheet: attributes and notes by the letter of the attribute. */
export type SheetColumns = {
  itemId?: string | undefined
  outcomes?: Readonly<Record<string, string>> | undefined
  notes?: Readonly<Record<string, string>> | undefined
  /** A note on the whole item. */
  itemNote?: string | undefined
}

/** What firms call the column of the item, the surer names first. */
const itemNames = [
  'item id',
  'item',
  'id',
  'key',
  'reference',
  'ref',
  'ticket',
  'sample item',
  'selection',
  'change id',
]
const noteNames = ['note', 'notes', 'comment', 'comments', 'remark', 'remarks']

/**
 * Proposes which column is what: an attribute by its letter (`A`, `Attribute A`, `A: approved`), its note as the export of a
 * sheet calls it (`A note`), the item by what firms call it or by the name of the population's own column.
 * @param letters of the procedure's attributes
 * @param itemColumn name of the column that identifies an item in the population, where it is known
 */
export function proposeSheetColumns(
  header: readonly string[],
  letters: readonly string[],
  itemColumn: string | null,
): SheetColumns {
  const named = (names: readonly string[]) =>
    names.map((name) => columnCalled(header, name)).find((one) => one !== undefined)
  const byLetter = (find: (letter: string) => string | undefined) =>
    Object.fromEntries(
      letters.flatMap((letter) => {
        const column = find(letter)
        return column === undefined ? [] : [[letter, column]]
      }),
    )
  return {
    itemId: named([...(itemColumn === null ? [] : [itemColumn]), ...itemNames]),
    outcomes: byLetter((letter) => header.find((column) => isOutcomeOf(letter, column))),
    notes: byLetter((letter) => named(noteNames.map((name) => `${letter} ${name}`))),
    itemNote: named(noteNames),
  }
}

const columnCalled = (header: readonly string[], name: string): string | undefined =>
  header.find((column) => bare(column) === bare(name))

const bare = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_.-]+/g, ' ')

/** `A`, `Attribute A`, `Attr. A` or a letter with its words behind it: `A: approved`, `A) approved`, `A - approved`. */
function isOutcomeOf(letter: string, column: string): boolean {
  return new RegExp(String.raw`^\s*(?:attr(?:ibute|\.)?\s*)?${letter}\s*(?:[:.)\u2013\u2014-].*)?$`, 'iu').test(column)
}
