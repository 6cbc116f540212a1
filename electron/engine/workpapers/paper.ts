import type { ListTable } from '../list/listTable.ts'
import type { Html } from '../print/html.ts'
import type { TextSheet } from '../spreadsheet/workbook.ts'

/** A paper of a pack: what it is called, its content, and how it lies on paper. */
export type Paper = {
  title: string
  /** Name of its sheet in a workbook, before it is made unique. */
  name: string
  sheet: TextSheet
  layout: ListTable['layout'] | 'facts'
  /** On a page, what has more form than a sheet can hold. */
  page?: Html
  /** Places of the columns that only a file holds. */
  notOnPaper: readonly number[]
}
