import type { LibraryProcedure } from '../contract/library.ts'

/** Which procedures of the library are asked for. */
export type LibrarySelection = {
  /** Only those for one of these criteria. */
  criteria: readonly string[] | undefined
  criterionId?: string | undefined
  origin?: LibraryProcedure['origin'] | undefined
  query?: string | undefined
  retired: boolean
}

/** @returns the procedures that are asked for, in their order; words may occur in any order */
export function selectProcedures(
  procedures: readonly LibraryProcedure[],
  { criteria, criterionId, origin, query = '', retired }: LibrarySelection,
): LibraryProcedure[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return procedures.filter(
    (procedure) =>
      (retired || procedure.retiredBecause === null) &&
      (origin === undefined || procedure.origin === origin) &&
      (criterionId === undefined || procedure.criteria.includes(criterionId)) &&
      (criteria === undefined || procedure.criteria.some((each) => criteria.includes(each))) &&
      words.every((word) => searchText(procedure).includes(word)),
  )
}

const searchText = ({ title, text, nature, criteria, attributes }: LibraryProcedure): string =>
  [title, text, nature, ...criteria, ...attributes.map((each) => each.text)].join(' ').toLowerCase()
