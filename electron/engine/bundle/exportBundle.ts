import { openBlob } from '../../../db/blobs/openBlob.ts'
import { chainSlices, headsOf, type Reach, reachOf } from '../../../db/journal/entries.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { canonical, type EntryBody, toLine } from '../../../shared/journal/entry.ts'
import { fold, plainState } from '../../../shared/journal/fold.ts'
import { readEntryBody } from '../../../shared/journal/readEntryBody.ts'
import { loadEngagement } from '../engagement.ts'
import type { JobContext } from '../handler.ts'
import { evidenceFolder } from '../../../db/blobs/evidenceFolder.ts'
import type { Lock } from './ageHeader.ts'
import type { BundleFile } from './bundleContent.ts'
import { bundlePath, fixedPaths } from './bundlePaths.ts'
import { readPassphraseFile } from './passphraseFile.ts'
import { writeBundle } from './writeBundle.ts'

/** Entries read from the store at a time. */
const slice = 2000

/**
 * Exports an engagement with its whole journal, the state that follows from it, and its evidence, as of the moment at which
 * the export begins: what is typed meanwhile is in the next bundle.
 * @throws DomainError `engagement.not_found`, `bundle.unlock_required`, those of {@link writeBundle}
 */
export async function exportBundle(
  params: CheckedParamsOf<'bundle.export'>,
  context: JobContext,
): Promise<ResultOf<'bundle.export'>> {
  const { store, actor, now, newId, signal, progress, session } = context
  const { engagementId } = params
  const row = loadEngagement(store.reader, engagementId)
  const file = context.resolvePath(params.file)
  const period =
    row.periodStart === null || row.periodEnd === null ? null : { start: row.periodStart, end: row.periodEnd }
  const written = await writeBundle({
    file,
    lock: await lockOf(params, context),
    privateKey: session.open.signingKey,
    signal,
    onProgress: ({ phase, done, total }) => progress(done, total, phase),
    contents: [
      ...journalFiles(store.reader, engagementId, reachOf(store.reader, engagementId)),
      ...evidenceFiles(context, engagementId),
    ],
    facts: {
      bundleId: newId(),
      engagement: { id: engagementId, client: row.client, reportType: row.reportType, period, asOf: row.asOf },
      created: now.at,
      exporter: { name: actor.name, deviceId: store.identity.deviceId },
      application: { name: 'Tickmark', version: session.version },
      purpose: params.purpose ?? '',
      heads: headsOf(store.reader, engagementId).map(({ deviceId, seq, hash }) => ({ deviceId, seq, hash })),
      omissions: [],
    },
  })
  return { file, ...written }
}

async function lockOf(params: CheckedParamsOf<'bundle.export'>, { resolvePath }: JobContext): Promise<Lock> {
  const { passphrase, passphraseFile, recipients } = params
  if (recipients !== undefined) return { recipients }
  if (passphrase !== undefined) return { passphrase }
  if (passphraseFile !== undefined) return { passphrase: await readPassphraseFile(resolvePath(passphraseFile)) }
  throw new DomainError('bundle.unlock_required')
}

function journalFiles(reader: Reader, engagementId: string, upTo: Reach): BundleFile[] {
  return [
    {
      path: fixedPaths.journal,
      name: fixedPaths.journal,
      mediaType: 'application/jsonl',
      open: () => journalLines(reader, engagementId, upTo),
    },
    {
      path: fixedPaths.state,
      name: fixedPaths.state,
      mediaType: 'application/json',
      open: () => [Buffer.from(canonical(plainState(fold(entriesOf(reader, engagementId, upTo)))), 'utf8')],
    },
  ]
}

function* journalLines(reader: Reader, engagementId: string, upTo: Reach): IterableIterator<Uint8Array> {
  for (const entries of chainSlices(reader, engagementId, { upTo }, slice)) {
    yield Buffer.from(entries.map((entry) => `${toLine(entry)}\n`).join(''), 'utf8')
  }
}

function* entriesOf(reader: Reader, engagementId: string, upTo: Reach): IterableIterator<EntryBody> {
  for (const entries of chainSlices(reader, engagementId, { upTo }, slice)) {
    for (const { body } of entries) {
      const entry = readEntryBody(body)
      if (entry === null) throw new TypeError('A journal entry cannot be read')
      yield entry
    }
  }
}

function evidenceFiles({ store }: JobContext, engagementId: string): BundleFile[] {
  return store.reader.list('evidence', { engagementId }).map(({ sha256, size, name, mediaType }, place) => {
    const stored = store.evidenceFile(sha256)
    if (stored === undefined) throw new DomainError('blob.missing', { storedName: sha256 })
    return {
      path: bundlePath('evidence', place + 1, name),
      name,
      mediaType,
      size,
      sha256,
      open: () => openBlob(evidenceFolder(store.folder), stored, 'byCaller'),
    }
  })
}
