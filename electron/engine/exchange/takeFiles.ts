import { join } from 'node:path'
import { lastSeq } from '../../../db/journal/entries.ts'
import type { ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { MissingEntry } from '../../../shared/journal/knowledge.ts'
import { readBundle } from '../bundle/readBundle.ts'
import { ownIdentity } from '../colleague/ownIdentity.ts'
import type { JobContext } from '../handler.ts'
import { stagingFolder } from '../merge/stagingFolder.ts'
import { type StagedFile, takeFile } from './takeFile.ts'

type Sync = ResultOf<'exchange.sync'>
type Found = Pick<Sync, 'taken' | 'waiting' | 'refused' | 'forOthers'>

/** A file of which something is still to be taken, what was taken so far, and the entry that has to come first. */
type Open = { staged: StagedFile; taken: Sync['taken'][number]; waitsFor: MissingEntry | null }

/** What ends the whole exchange, and not only the file at which it happened. */
const ending: ReadonlySet<string> = new Set([
  'call.cancelled',
  'store.locked',
  'disk.full',
  'disk.removed',
  'file.unwritable',
])
/** What the next exchange may find otherwise: a file that arrives late is cut, empty, or not there yet. */
const passing: ReadonlySet<string> = new Set(['bundle.incomplete', 'file.unreadable'])

/**
 * Takes files of an exchange folder, each in a transaction of its own: a file that is refused keeps nobody from the others. One
 * that rests on entries of another file waits until that was taken, whatever the order of their names.
 * @throws DomainError those that end an exchange
 */
export async function takeFiles(
  engagementId: string,
  folder: string,
  files: readonly { name: string; bytes: number }[],
  context: JobContext,
): Promise<Found> {
  const found: Found = { taken: [], waiting: [], refused: [], forOthers: 0 }
  const open: Open[] = []
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  let done = 0
  try {
    for (const file of files) {
      // One file after the other: each may rest on those before it.
      const staged = await stage(folder, file, found, (read) => context.progress(done + read, total, 'take'), context)
      if (staged !== null) open.push(begun(staged))
      await takeReady(engagementId, open, found, context)
      done += file.bytes
    }
    for (const { staged, taken, waitsFor } of open) {
      if (taken.added > 0) found.taken.push(taken)
      found.waiting.push(problem(staged.name, new DomainError('bundle.earlier_missing', { ...waitsFor })))
    }
    return found
  } finally {
    await Promise.all(open.map(async ({ staged }) => staged.bundle.discard()))
  }
}

/** Reads and verifies a file. @returns `null` where it cannot be taken now, which is noted */
async function stage(
  folder: string,
  { name, bytes }: { name: string; bytes: number },
  found: Found,
  onProgress: (read: number) => void,
  { store, session, random, newId, signal }: JobContext,
): Promise<StagedFile | null> {
  const staging = join(stagingFolder(store.folder), newId())
  try {
    // A program that keeps folders alike may show a name before it has the content.
    if (bytes === 0) throw new DomainError('bundle.incomplete')
    const bundle = await readBundle({
      file: join(folder, name),
      unlock: { identities: [ownIdentity(session.open.signingKey).identity] },
      stagingFolder: staging,
      random,
      signal,
      onProgress: ({ done }) => onProgress(done),
    })
    return { name, bytes, staging, bundle }
  } catch (error) {
    note(found, name, error)
    return null
  }
}

function begun(staged: StagedFile): Open {
  const from = staged.bundle.manifest.exporter.name
  return { staged, taken: { file: staged.name, from, added: 0, conflicts: 0, evidence: 0 }, waitsFor: null }
}

/** Takes what can be taken of open files, until nothing more can. */
async function takeReady(engagementId: string, open: Open[], found: Found, context: JobContext): Promise<void> {
  const isReady = ({ waitsFor }: Open) =>
    waitsFor === null || lastSeq(context.reader, engagementId, waitsFor.deviceId) >= waitsFor.seq
  for (let next = open.find(isReady); next !== undefined; next = open.find(isReady)) {
    // What one file brings, the next may rest on.
    const isDone = await take(engagementId, next, found, context)
    if (!isDone) continue
    open.splice(open.indexOf(next), 1)
    await next.staged.bundle.discard()
  }
}

/** @returns whether nothing of the file is left to be taken */
async function take(engagementId: string, one: Open, found: Found, context: JobContext): Promise<boolean> {
  try {
    const { waitsFor, ...more } = await takeFile(engagementId, one.staged, context)
    one.waitsFor = waitsFor
    one.taken.added += more.added
    one.taken.conflicts += more.conflicts
    one.taken.evidence += more.evidence
    if (waitsFor === null) found.taken.push(one.taken)
    return waitsFor === null
  } catch (error) {
    note(found, one.staged.name, error)
    return true
  }
}

/** @throws what ends an exchange, or was not foreseen */
function note(found: Found, file: string, error: unknown): void {
  if (!(error instanceof DomainError) || ending.has(error.code)) throw error
  if (error.code === 'bundle.not_for_you') found.forOthers += 1
  else (passing.has(error.code) ? found.waiting : found.refused).push(problem(file, error))
}

function problem(file: string, error: DomainError): Sync['waiting'][number] {
  const { code, message } = error.toAnswer()
  return { file, code, message }
}
