import type { FolderFile, Span } from './coverage.ts'

/** A file that this device left in an exchange folder and that lies there whole. */
export type OwnFile = FolderFile & { name: string; bytes: number; at: string }

/** So many small files are carried on in one. */
const mostSmallFiles = 16
/** A larger file is not written again: it is mostly evidence. */
const smallBytes = 16 * 1024 * 1024
/** A program that keeps folders alike may bring that a file is gone before it brings the one that holds the same. */
const graceMilliseconds = 24 * 60 * 60 * 1000

/**
 * The small files whose entries the next one carries again, so that a folder does not grow by a file at every exchange; none while
 * they are few. Whoever comes late reads the one instead of the many.
 */
export function carriedOn(own: readonly OwnFile[]): OwnFile[] {
  const small = own.filter(
    (file) => file.bytes <= smallBytes && !own.some((other) => isNewer(other, file) && holds(other, file)),
  )
  return small.length >= mostSmallFiles ? small : []
}

/** @returns where each chain has to begin so that files are carried again, from where it would begin otherwise */
export function startsWith(after: ReadonlyMap<string, number>, files: readonly FolderFile[]): Map<string, number> {
  const starts = new Map(after)
  for (const { deviceId, from } of files.flatMap(({ spans }) => spans)) {
    starts.set(deviceId, Math.min(starts.get(deviceId) ?? Infinity, from - 1))
  }
  return starts
}

/**
 * The files that may go: a newer one has held the same for everybody who still reads them since a day.
 * @param readers who the files of the folder are for now
 * @param now milliseconds since 1970
 */
export function superseded(own: readonly OwnFile[], readers: readonly string[], now: number): OwnFile[] {
  const settled = own.filter(({ at }) => now - Date.parse(at) >= graceMilliseconds)
  return own.filter((file) => settled.some((other) => isNewer(other, file) && holds(other, file, readers)))
}

const isNewer = (one: OwnFile, other: OwnFile): boolean => one.name > other.name

/** Whether a file holds all entries of another one, for all who can read that one and are still to. */
function holds(one: FolderFile, other: FolderFile, readers: readonly string[] = other.recipients): boolean {
  return (
    other.spans.every((span) => one.spans.some((wider) => isWithin(span, wider))) &&
    other.recipients.every((recipient) => !readers.includes(recipient) || one.recipients.includes(recipient))
  )
}

const isWithin = (span: Span, wider: Span): boolean =>
  span.deviceId === wider.deviceId && span.from >= wider.from && span.to <= wider.to
