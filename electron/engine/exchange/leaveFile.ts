import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { exchangeFilesOf } from '../../../db/exchangeFile.ts'
import { reachOf } from '../../../db/journal/chainSlices.ts'
import { entryHash } from '../../../db/journal/entries.ts'
import type { ResultOf } from '../../../shared/contract/index.ts'
import { carriedOn, startsWith, superseded } from '../../../shared/exchange/compaction.ts'
import { countEntries, coveredFor, spansBeyond } from '../../../shared/exchange/coverage.ts'
import { writeBundle } from '../bundle/writeBundle.ts'
import { ownIdentity } from '../colleague/ownIdentity.ts'
import { loadEngagement } from '../engagement.ts'
import type { JobContext } from '../handler.ts'
import { exchangeFileName } from './fileNames.ts'
import type { Listing } from './folder.ts'
import { incrementOf } from './increment.ts'
import type { Carried } from './knownFile.ts'

/** A file that was left, for the answer and for the note in the store. */
export type LeftFile = { answer: NonNullable<ResultOf<'exchange.sync'>['left']>; carried: Carried }

/**
 * Leaves in a folder what its files do not carry yet to every reader: the entries of this store, also those of others whom a
 * reader may never meet, and the evidence that they name.
 * @param readers keys to encrypt for; the own one is added, so that a store that was restored can read its own files
 * @returns `null` where nothing is lacking
 * @throws DomainError those of {@link writeBundle}; nothing is left under a final name then
 */
export async function leaveFile(
  engagementId: string,
  folder: string,
  { files, readers }: { files: Listing['files']; readers: readonly string[] },
  context: JobContext,
): Promise<LeftFile | null> {
  const { store, actor, now, newId, signal, progress, session, pause } = context
  const { reader } = store
  const { deviceId } = store.identity
  const known = exchangeFilesOf(reader, engagementId)
  const present = new Map(files.map(({ name, bytes }) => [name, bytes]))
  const upTo = reachOf(reader, engagementId)
  const whole = known.filter(({ name, bytes }) => present.get(name) === bytes)
  const own = whole.filter(({ way }) => way === 'left')
  // Own files of another length than they were written with are of no use to anybody; what they carried is left again.
  const damaged = known.filter(({ name, bytes, way }) => way === 'left' && (present.get(name) ?? bytes) !== bytes)
  await remove(folder, superseded(own, readers, now.milliseconds))
  const covered = coveredFor(readers, whole)
  if (spansBeyond(covered, upTo).length === 0) return null
  const ends = new Map([...upTo].map(([device, end]) => [device, Math.min(end, covered.get(device) ?? 0)]))
  const after = startsWith(ends, carriedOn(own))
  const spans = spansBeyond(after, upTo)
  const { contents, evidence, omissions } = await incrementOf(store, engagementId, { after, upTo }, pause)
  const engagement = loadEngagement(reader, engagementId)
  const { client, reportType, periodStart, periodEnd, asOf } = engagement
  const bundleId = newId()
  const number = known.filter(({ way }) => way === 'left').length + 1
  const name = exchangeFileName(engagementId, deviceId, number, bundleId)
  const recipients = [...new Set([...readers, ownIdentity(session.open.signingKey).recipient])]
  const place = (device: string, seq: number) => ({
    deviceId: device,
    seq,
    hash: entryHash(reader, { engagementId, deviceId: device, seq }) ?? '',
  })
  const written = await writeBundle({
    file: join(folder, name),
    lock: { recipients },
    privateKey: session.open.signingKey,
    signal,
    onProgress: ({ phase, done, total }) => progress(done, total, phase),
    contents,
    facts: {
      bundleId,
      engagement: {
        id: engagementId,
        client,
        reportType,
        period: periodStart === null || periodEnd === null ? null : { start: periodStart, end: periodEnd },
        asOf,
      },
      created: now.at,
      exporter: { name: actor.name, deviceId },
      application: { name: 'Tickmark', version: session.version },
      purpose: 'Exchange folder',
      heads: spans.map((span) => place(span.deviceId, span.to)),
      continues: spans.filter(({ from }) => from > 1).map((span) => place(span.deviceId, span.from - 1)),
      omissions,
    },
  })
  await remove(folder, damaged)
  return {
    answer: { file: name, bytes: written.bytes, entries: countEntries(spans), evidence },
    carried: { name, bytes: written.bytes, spans, recipients },
  }
}

async function remove(folder: string, files: readonly { name: string }[]): Promise<void> {
  await Promise.all(files.map(async ({ name }) => rm(join(folder, name), { force: true })))
}
