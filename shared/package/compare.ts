import type { PackageProblem } from '../contract/package.ts'

/** A row of an index: what it says about one file; empty where it says nothing. */
export type IndexRow = { row: number; file: string; request: string; sha256: string }

/** A file that was found in a package. */
export type FoundFile = { path: string; size: number; sha256: string }

export type Comparison = {
  /** For each file the references of requests and controls that the index gives it to. */
  requests: ReadonlyMap<string, readonly string[]>
  problems: PackageProblem[]
}

/**
 * Compares a package with its index, so that a gap is not taken for completeness (a package that looks whole and silently
 * lacks files is a known failure of the tools that write them).
 * @param index `null` where the package has none: then nothing can be missing
 * @param isKnown whether this engagement has a request or a control of that reference
 */
export function compareWithIndex(
  files: readonly FoundFile[],
  index: readonly IndexRow[] | null,
  isKnown: (ref: string) => boolean,
): Comparison {
  const find = finder(files)
  const requests = new Map<string, string[]>()
  const problems: PackageProblem[] = []
  const tell = (kind: PackageProblem['kind'], path: string, row: number | null, says: string) =>
    problems.push({ kind, path, row, says })
  const seen = new Set<string>()
  for (const { row, file, request, sha256 } of index ?? []) {
    const found = find(file)
    if (found.length !== 1) {
      if (found.length === 0) tell('missing', file, row, 'The index lists it, and it is not in the package.')
      else tell('name_unclear', file, row, `The index may mean any of ${found.length} files of this name.`)
      continue
    }
    const [one] = found as [FoundFile]
    const key = `${one.path}\n${request}`
    if (seen.has(key)) tell('twice', one.path, row, 'The index lists it twice.')
    seen.add(key)
    const its = requests.get(one.path) ?? []
    requests.set(one.path, its)
    if (sha256 !== '' && sha256.toLowerCase() !== one.sha256)
      tell('hash_differs', one.path, row, `The index says SHA-256 ${sha256}, the file has ${one.sha256}.`)
    if (request !== '' && !isKnown(request))
      tell('unknown_request', one.path, row, `There is no request or control ${request} here.`)
    else if (request !== '' && !its.includes(request)) its.push(request)
  }
  for (const { path } of index === null ? [] : files) {
    if (!requests.has(path)) tell('not_in_index', path, null, 'It is in the package, and the index does not list it.')
  }
  for (const { path, size } of files) if (size === 0) tell('empty', path, null, 'It holds nothing.')
  for (const same of Map.groupBy(files, (file) => file.sha256).values()) {
    const [first, ...others] = same
    if (first === undefined || first.size === 0) continue
    for (const { path } of others) tell('twice', path, null, `It holds the same bytes as ${first.path}.`)
  }
  return { requests, problems }
}

/** A file by its path, else by the end of it, since packages are packed with or without a folder around; case and the direction of slashes are what systems change. */
function finder(files: readonly FoundFile[]): (said: string) => readonly FoundFile[] {
  const byPath = Map.groupBy(files, ({ path }) => comparablePath(path))
  const byName = Map.groupBy(files, ({ path }) => nameOf(comparablePath(path)))
  return (said) => {
    const path = comparablePath(said)
    const exact = byPath.get(path)
    if (exact !== undefined) return exact
    const ending = (byName.get(nameOf(path)) ?? []).filter((file) => comparablePath(file.path).endsWith(`/${path}`))
    return ending.length > 0 ? ending : (byPath.get(nameOf(path)) ?? [])
  }
}

/** @returns a path as it is compared: one kind of slash, no leading `./`, one case, one form of accents */
export const comparablePath = (path: string): string =>
  path
    .trim()
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('\\', '/')
    .replace(/^(?:\.?\/)+/, '')

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
