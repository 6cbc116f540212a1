import type { SampleItem } from '../../../shared/contract/sample.ts'
import { firstColumns, populationColumns } from '../../../shared/testing/populationColumns.ts'
import type { ListColumn } from './listTable.ts'

/**
 * The columns of the population beside its items.
 * @param shown the names of those that stand on paper; without them the ones that a test sheet shows at first
 */
export function itemColumns(
  header: readonly string[],
  items: readonly SampleItem[],
  shown: readonly string[] | undefined,
): ListColumn<SampleItem>[] {
  const names = new Set(shown ?? firstColumns(populationColumns({ header, items })))
  return header.map((head, at) => ({
    head,
    cell: ({ cells }) => cells[at] ?? '',
    onPaper: names.has(head) ? 'where_said' : 'never',
  }))
}
