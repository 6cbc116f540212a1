import { lstat } from 'node:fs/promises'
import { sha256Hex } from '../../../db/store.ts'
import type { BundleVerdict } from '../../../shared/contract/bundle.ts'
import type { CheckedParamsOf } from '../../../shared/contract/index.ts'
import { fromLine, type StoredEntry } from '../../../shared/journal/entry.ts'
import { JournalFold } from '../../../shared/journal/journalFold.ts'
import type { JobContext } from '../handler.ts'
import { checkEvidence } from './checkEvidence.ts'
import { checkIncrement } from './checkIncrement.ts'
import { checkLock } from './checkLock.ts'
import { checkPart } from './checkPart.ts'
import { checkSignOffs } from './checkSignOffs.ts'
import { lostHere } from './lostHere.ts'
import { linesIn } from '../merge/journalLines.ts'
import { previewMerge } from '../merge/preview.ts'
import { confirmationOf } from '../merge/requireSigner.ts'
import { signerStanding } from '../signer/standing.ts'
import { isStateText, plainStateOf } from './stateText.ts'
import { unlockOf } from './unlock.ts'
import { type BundleJournal, verifyBundle } from './verifyBundle.ts'
import { verifyFolder } from './verifyFolder.ts'

type Params = CheckedParamsOf<'bundle.inspect'>
type Check = BundleVerdict['checks'][number]

/**
 * Opens and verifies a bundle, or the folder that one was unpacked into, without touching a store.
 * @throws DomainError those of {@link verifyBundle} and {@link verifyFolder}
 */
export async function inspectBundle(params: Params, context: JobContext): Promise<BundleVerdict> {
  const file = context.resolvePath(params.file)
  const way = {
    signal: context.signal,
    onProgress: ({ done, total }: { done: number; total: number }) => context.progress(done, total, 'Verifying'),
    onJournal: async (content: BundleJournal) => ({
      ...(await checkJournal(content, context.pause)),
      merge: await previewOf(content, context),
    }),
  }
  const found = (await isFolder(file))
    ? await verifyFolder({ folder: file, ...way })
    : await verifyBundle({ file, unlock: await unlockOf(params, context), ...way })
  const { manifest, signer, problems, journal } = found
  const reader = context.session.isOpen ? context.reader : null
  const instants = { created: Date.parse(manifest.created), now: context.now.milliseconds }
  const standing = signerStanding(reader, { publicKey: signer.publicKey, name: manifest.exporter.name }, instants)
  const checks: Check[] = [
    { check: 'signature', passed: true, says: `Signed with the key ${signer.fingerprint} (${signer.words}).` },
    {
      check: 'hashes',
      passed: found.valid,
      says: problems.map(({ message }) => message).join(' ') || 'Every file is what the signed list says.',
    },
    ...(journal?.checks ?? []),
    { check: 'omissions', passed: true, says: `${manifest.omissions.length} parts were left out on purpose.` },
  ]
  const { id, ...engagement } = manifest.engagement
  return {
    valid: checks.every(({ passed }) => passed) && journal !== null,
    bundleId: manifest.bundleId,
    engagement: { engagementId: id, ...engagement },
    created: manifest.created,
    exporter: {
      name: manifest.exporter.name,
      deviceId: manifest.exporter.deviceId,
      fingerprint: signer.fingerprint,
      known: standing.status === 'own' || standing.status === 'known',
    },
    signer: standing,
    confirmation: reader === null ? null : confirmationOf(reader, standing),
    lockedFor: manifest.recipients,
    merge: journal?.merge ?? null,
    lostHere: context.session.isOpen ? lostHere(context.store, manifest) : null,
    purpose: manifest.purpose,
    files: found.files,
    bytes: found.bytes,
    entries: journal?.entries ?? 0,
    heads: manifest.heads,
    part: manifest.part ?? null,
    omissions: manifest.omissions,
    checks,
  }
}

/** What importing would do to the open store. A bundle without a whole journal would do nothing. */
async function previewOf({ manifest, journal }: BundleJournal, { session, pause }: JobContext) {
  if (!session.isOpen || journal === null) return null
  return previewMerge(session.open.store.reader, manifest, entriesIn(journal), pause)
}

/** What is not there at all is told by whoever opens it. */
const isFolder = (file: string): Promise<boolean> =>
  lstat(file).then(
    (stat) => stat.isDirectory(),
    () => false,
  )

function* entriesIn(journal: Buffer): Generator<StoredEntry> {
  for (const line of linesIn(journal)) {
    const entry = fromLine(line)
    if (entry !== null) yield entry
  }
}

async function checkJournal(
  content: BundleJournal,
  pause: JobContext['pause'],
): Promise<{ entries: number; checks: Check[] }> {
  const { manifest, journal, state } = content
  if (manifest.part !== undefined) return { entries: 0, checks: await checkPart(content, pause) }
  if (manifest.continues !== undefined) return checkIncrement(manifest, journal, pause)
  const fold = new JournalFold(manifest.engagement.id, sha256Hex)
  const stored: StoredEntry[] = []
  let lines = 0
  let unreadable: number | null = null
  for (const line of linesIn(journal)) {
    lines += 1
    const entry = fromLine(line)
    if (entry === null) unreadable ??= lines
    else {
      stored.push(entry)
      fold.add([entry])
    }
    await pause()
  }
  fold.finish(manifest.heads)
  const { entries, bad } = fold
  if (unreadable !== null) return { entries, checks: [journalCheck(false, `Line ${unreadable} is not an entry.`)] }
  if (bad !== null) return { entries, checks: [journalCheck(false, `Entry ${bad.seq}: ${bad.problem}`)] }
  const plain = await plainStateOf(fold.state, pause)
  const isFold = await isStateText(state, plain, pause)
  const says = isFold ? 'The state is the fold of the journal.' : 'The state is not what the journal gives.'
  return {
    entries,
    checks: [
      journalCheck(true, `${entries} entries, each follows the one before.`),
      { check: 'state', passed: isFold, says },
      checkEvidence(plain, manifest),
      ...(await checkSignOffs(manifest.engagement.id, plain, stored, pause)),
      ...checkLock({ engagementId: manifest.engagement.id, state: fold.state, plain, stored }),
    ],
  }
}

function journalCheck(passed: boolean, says: string): Check {
  return { check: 'journal', passed, says }
}
