import { reachOf } from '../../../db/journal/chainSlices.ts'
import { headsOf } from '../../../db/journal/entries.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { PlainState } from '../../../shared/journal/fold.ts'
import { deletedField } from '../../../shared/model/entities.ts'
import { loadEngagement } from '../engagement.ts'
import type { JobContext } from '../handler.ts'
import { describeProcedures } from '../procedure/describe.ts'
import { plainText } from '../record/plainText.ts'
import type { Lock } from './ageHeader.ts'
import type { BundleFile } from './bundleContent.ts'
import { bundlePath, fixedPaths } from './bundlePaths.ts'
import { chosenContent, titleOf } from './chosenContent.ts'
import { journalLines } from './exportedJournal.ts'
import type { ManifestFacts } from './manifest.ts'
import { bundlePages } from './pages/bundlePages.ts'
import { Papers } from './pages/papers.ts'
import { populationFiles } from './populationFiles.ts'
import { readPassphraseFile } from './passphraseFile.ts'
import { stateText } from './stateText.ts'
import { storedContents } from './storedContents.ts'
import { whileUnfinished } from './unfinished.ts'
import { writeBundle } from './writeBundle.ts'

/**
 * Exports an engagement with its whole journal, the state that follows from it, its evidence, and pages to read, as of the
 * moment at which the export begins: what is typed meanwhile is in the next bundle. A part has the state and evidence of its
 * papers alone and no journal.
 * @throws DomainError `engagement.not_found`, `control.not_found`, `bundle.empty_part`, `bundle.unlock_required`, those of
 *   {@link writeBundle}
 */
export async function exportBundle(
  params: CheckedParamsOf<'bundle.export'>,
  context: JobContext,
): Promise<ResultOf<'bundle.export'>> {
  const { store, actor, now, newId, signal, progress, session, pause } = context
  await context.jobs.stopOwn()
  const { engagementId } = params
  const { reader } = store
  const row = loadEngagement(reader, engagementId)
  const part = params.part === undefined ? undefined : { ...params.part, title: titleOf(params.part, reader) }
  const file = context.resolvePath(params.file)
  const period =
    row.periodStart === null || row.periodEnd === null ? null : { start: row.periodStart, end: row.periodEnd }
  const upTo = reachOf(reader, engagementId)
  const heads = headsOf(reader, engagementId).map(({ deviceId, seq, hash }) => ({ deviceId, seq, hash }))
  const chosen = { engagementId, part: params.part, upTo }
  const { state, omissions, history } = await chosenContent(reader, chosen, pause)
  const { files: evidence, paths } = evidenceFiles(context, state)
  const facts: ManifestFacts = {
    bundleId: newId(),
    engagement: { id: engagementId, client: row.client, reportType: row.reportType, period, asOf: row.asOf },
    created: now.at,
    exporter: { name: actor.name, deviceId: store.identity.deviceId },
    application: { name: 'Tickmark', version: session.version },
    purpose: params.purpose ?? '',
    heads,
    ...(part === undefined ? {} : { part: { kind: part.kind, title: part.title } }),
    omissions,
  }
  const populations = part === undefined ? populationFiles(store, engagementId) : []
  const papers = new Papers(state, engagementId, paths, {
    plain: plainText(reader, engagementId),
    procedures: new Map(
      describeProcedures(reader, engagementId, null).map(({ procedureId, filledText }) => [procedureId, filledText]),
    ),
  })
  const pages = await bundlePages(papers, facts, part === undefined ? history : null, pause)
  const journal = ownText(fixedPaths.journal, 'application/jsonl', () => journalLines(reader, engagementId, upTo))
  const stateFile = ownText(fixedPaths.state, 'application/json', () => stateText(state, pause))
  const lock = await lockOf(params, context)
  const written = await whileUnfinished(store, file, () =>
    writeBundle({
      file,
      lock,
      privateKey: session.open.signingKey,
      signal,
      pause,
      onProgress: ({ phase, done, total }) => progress(done, total, phase),
      contents: [...(part === undefined ? [journal] : []), stateFile, ...pages, ...populations, ...evidence],
      facts,
    }),
  )
  return { file, ...written }
}

function ownText(path: string, mediaType: string, open: BundleFile['open']): BundleFile {
  return { path, name: path, mediaType, open }
}

async function lockOf(params: CheckedParamsOf<'bundle.export'>, { resolvePath }: JobContext): Promise<Lock> {
  const { passphrase, passphraseFile, recipients } = params
  if (recipients !== undefined) return { recipients }
  if (passphrase !== undefined) return { passphrase }
  if (passphraseFile !== undefined) return { passphrase: await readPassphraseFile(resolvePath(passphraseFile)) }
  throw new DomainError('bundle.unlock_required')
}

/** The files of the evidence that a state shows, each as it is in the store. */
function evidenceFiles(
  { store }: JobContext,
  state: PlainState,
): { files: BundleFile[]; paths: ReadonlyMap<string, string> } {
  const shown = Object.entries(state['evidence'] ?? {}).filter(([, fields]) => fields[deletedField] !== true)
  const rows = shown
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([id]) => store.reader.get('evidence', id) ?? [])
  const contentOf = storedContents(store)
  const files = rows.map(({ id, sha256, size, name, mediaType }, place) => {
    const stored = store.evidenceFile(sha256)
    if (stored === undefined) throw new DomainError('blob.missing', { storedName: sha256 })
    const path = bundlePath('evidence', place + 1, name)
    return { id, file: { path, name, mediaType, size, sha256, open: contentOf(stored) } }
  })
  return { files: files.map(({ file }) => file), paths: new Map(files.map(({ id, file }) => [id, file.path])) }
}
