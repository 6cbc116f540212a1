import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { EvidenceTarget } from '../../../shared/contract/evidence.ts'
import type { CheckedParamsOf } from '../../../shared/contract/index.ts'
import type { PackageFinding } from '../../../shared/contract/package.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { type FoundFile, compareWithIndex } from '../../../shared/package/compare.ts'
import { loadEngagement } from '../engagement.ts'
import type { JobContext } from '../handler.ts'
import { fileSource } from '../table/byteSource.ts'
import { indexCandidates, isWorkbook, type PackageIndex, readIndex } from './packageIndex.ts'
import type { PackageEntry, PackageSource } from './packageEntry.ts'
import { openPackage } from './packageSource.ts'

/** What takes the bytes of a file to their end. @returns their length and SHA-256 */
type Take = (path: string, content: AsyncIterable<Uint8Array>) => Promise<{ size: number; sha256: string }>

type Params = Pick<CheckedParamsOf<'package.inspect'>, 'engagementId' | 'file' | 'index' | 'columns'>

export type Examined = {
  finding: PackageFinding
  /** The files as `sha256sum` lists them, sorted: what a folder is known by. */
  listing: string
  path: string
}

/** Reads a package once, from its first file to its last, and compares it with its index. @throws DomainError as the contract lists */
export async function examinePackage(params: Params, context: JobContext, take: Take): Promise<Examined> {
  loadEngagement(context.reader, params.engagementId)
  const path = context.resolvePath(params.file)
  const source = await openPackage(path)
  try {
    return await examine(path, source, { params, context, take })
  } finally {
    await source.close()
  }
}

async function examine(
  path: string,
  { form, entries, refused }: PackageSource,
  { params, context, take }: { params: Params; context: JobContext; take: Take },
): Promise<Examined> {
  const { signal } = context
  const candidates = indexCandidates(entries)
  const index = await chosenIndex(entries, candidates, params, signal)
  const files = await takeAll(entries, take, context)
  const listing = files
    .toSorted((one, other) => (one.path < other.path ? -1 : 1))
    .map((file) => `${file.sha256}  ${file.path}\n`)
    .join('')
  const whole =
    form === 'zip' ? await hashOf(fileSource(path).read(signal)) : await hashOf([Buffer.from(listing, 'utf8')])
  const listed = files.filter((file) => file.path !== index?.found.path)
  const targets = targetsByRef(context, params.engagementId)
  const rows = index === null || index.found.columns === null ? null : index.rows
  const { requests, problems } = compareWithIndex(listed, rows, (ref) => targets.has(ref.toLowerCase()))
  return {
    path,
    listing,
    finding: {
      name: basename(path),
      form,
      sha256: whole.sha256,
      bytes: files.reduce((sum, { size }) => sum + size, 0),
      indexes: candidates.map((candidate) => candidate.path),
      index: index?.found ?? null,
      files: files.map((file) => ({ ...file, requests: [...(requests.get(file.path) ?? [])] })),
      problems: [
        ...refused.map((one) => ({
          kind: 'refused' as const,
          path: one.path,
          row: null,
          says: `It is not taken: ${one.reason}.`,
        })),
        ...problems,
      ],
    },
  }
}

async function chosenIndex(
  entries: readonly PackageEntry[],
  candidates: readonly PackageEntry[],
  { index: given, columns }: Params,
  signal: AbortSignal,
): Promise<PackageIndex | null> {
  if (given === undefined) {
    const [first] = candidates
    return first === undefined ? null : likelyIndex(first, columns, signal)
  }
  const entry = entries.find(({ path }) => path === given)
  if (entry === undefined) throw new DomainError('package.index_not_found', { path: given })
  return readIndex(entry, columns, signal)
}

/** A workbook that nobody named as the index, and that cannot be read as one, is evidence like the others. */
async function likelyIndex(
  entry: PackageEntry,
  columns: Params['columns'],
  signal: AbortSignal,
): Promise<PackageIndex | null> {
  try {
    return await readIndex(entry, columns, signal)
  } catch (error) {
    if (error instanceof DomainError && isWorkbook(entry) && error.code !== 'call.cancelled') return null
    throw error
  }
}

async function takeAll(
  entries: readonly PackageEntry[],
  take: Take,
  { signal, progress, pause }: JobContext,
): Promise<FoundFile[]> {
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  const files: FoundFile[] = []
  let done = 0
  async function* counted(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of content) {
      progress((done += piece.length), total, 'Reading the package')
      yield piece
    }
  }
  for (const { path, read } of entries) {
    // Files are read one after the other, so that memory stays small.
    files.push({ path, ...(await take(path, counted(read(signal)))) })
    // Lets other work run.
    await pause()
  }
  return files
}

/** @returns length and SHA-256 of bytes */
export async function hashOf(
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256')
  let size = 0
  for await (const piece of content) {
    hash.update(piece)
    size += piece.length
  }
  return { size, sha256: hash.digest('hex') }
}

/** Requests and controls by their references in lower case; a request goes before a control of the same one. */
export function targetsByRef(
  { reader }: Pick<JobContext, 'reader'>,
  engagementId: string,
): Map<string, EvidenceTarget> {
  const of = (entity: 'control' | 'request') =>
    reader
      .list(entity, { engagementId })
      .map(({ ref, id }): [string, EvidenceTarget] => [ref.toLowerCase(), { entity, id }])
  return new Map([...of('control'), ...of('request')])
}
