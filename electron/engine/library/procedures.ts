import type { Reader } from '../../../db/reader.ts'
import type { LibraryProcedure } from '../../../shared/contract/library.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { tscCriteria } from '../catalogue.ts'

/** The tests of the catalogue: one procedure for each, in own words. */
const catalogueProcedures: readonly LibraryProcedure[] = tscCriteria.flatMap(({ criterionId, title, tests }) =>
  tests.map(({ nature, text }, place) => ({
    libraryProcedureId: `tsc-2017:${criterionId}:${place + 1}`,
    origin: 'catalogue' as const,
    title: `${criterionId} ${title}`,
    criteria: [criterionId],
    aspect: 'operation' as const,
    nature,
    timing: null,
    text,
    attributes: [],
    retiredBecause: null,
    savedBy: null,
    savedAt: null,
  })),
)

/** @returns the firm's own procedures by title, then those of the catalogue by criterion; retired ones as well */
export function libraryProcedures(reader: Reader): LibraryProcedure[] {
  const names = new Map(reader.list('practitioner', {}).map(({ id, name }) => [id, name]))
  const own = reader
    .list('libraryProcedure', {}, 'title')
    .map(({ id, engagementId: _store, retired, retiredBecause, savedBy, ...row }) => ({
      ...row,
      libraryProcedureId: id,
      origin: 'firm' as const,
      retiredBecause: retired ? (retiredBecause ?? '') : null,
      savedBy: names.get(savedBy) ?? savedBy,
    }))
  return [...own, ...catalogueProcedures]
}

/** @throws DomainError `library.not_found` */
export function loadLibraryProcedure(reader: Reader, libraryProcedureId: string): LibraryProcedure {
  const found = libraryProcedures(reader).find((each) => each.libraryProcedureId === libraryProcedureId)
  if (found === undefined) throw new DomainError('library.not_found', { libraryProcedureId })
  return found
}

/** Procedures are chosen by their title, so no two of the firm's own have the same; upper and lower case do not tell them apart. */
export function checkTitle(reader: Reader, title: string, ownId: string | null): void {
  const taken = reader
    .list('libraryProcedure', {})
    .some((other) => other.id !== ownId && other.title.toLowerCase() === title.toLowerCase())
  if (taken) throw new DomainError('library.duplicate_title', { title })
}
