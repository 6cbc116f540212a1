import { basename } from 'node:path'
import { showAgain } from '../../../db/hiddenRow.ts'
import type { PutBlob } from '../../../db/blobs/putBlob.ts'
import { fileSize } from '../../../db/disk/fileSize.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import type { EvidenceTarget } from '../../../shared/contract/evidence.ts'
import { mediaTypeOf, startOfPng } from '../../../shared/evidence/mediaType.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { type Change, create } from '../../../shared/journal/change.ts'
import type { JobContext } from '../handler.ts'
import { type NewFile, putFile } from '../storedFile.ts'
import { engagementOfTarget, linkIdOf, loadEvidence } from './load.ts'

/** What is said of a file as it comes in. */
type Facts = Pick<
  CheckedParamsOf<'evidence.attach'>,
  'effectiveDate' | 'capturedOn' | 'receivedOn' | 'receivedFrom' | 'origin' | 'note'
>

/** A file that is in the store and not journaled yet. */
export type Kept = { name: string; file: NewFile; redactedFrom?: string | undefined }

/**
 * Keeps one file. @throws DomainError as the contract of `evidence.attach` lists; nothing is kept then
 */
export async function attachFile(
  { target, file, ...facts }: CheckedParamsOf<'evidence.attach'>,
  context: JobContext,
): Promise<ResultOf<'evidence.attach'>> {
  engagementOfTarget(context.reader, target)
  const path = context.resolvePath(file)
  const kept = { name: basename(path), file: await putFile({ file: path }, context) }
  const [attached] = await commitAll([kept], target, facts, context)
  if (attached === undefined) throw new TypeError('One file makes one piece of evidence')
  const { evidenceId, sha256, alreadyUsedFor } = attached
  return { evidenceId, sha256, alreadyUsedFor }
}

/** Errors of one file; any other ends the whole call. */
const ofOneFile = new Set<string>(['file.unreadable', 'file.not_regular', 'blob.changed_while_reading'])

/**
 * Keeps several files in one command. A file that cannot be read is named and left out; whatever else goes wrong, or a
 * cancellation, leaves nothing.
 * @throws DomainError as the contract of `evidence.attachAll` lists
 */
export async function attachAll(
  { target, files, ...facts }: CheckedParamsOf<'evidence.attachAll'>,
  context: JobContext,
): Promise<ResultOf<'evidence.attachAll'>> {
  engagementOfTarget(context.reader, target)
  const paths = files.map((file) => context.resolvePath(file))
  const sizes = await Promise.all(paths.map(fileSize))
  const total = sizes.reduce((sum, size) => sum + size, 0)
  let done = 0
  const kept: Kept[] = []
  const refused: ResultOf<'evidence.attachAll'>['refused'] = []
  try {
    for (const [at, path] of paths.entries()) {
      const before = done
      const tell = (bytes: number) => context.progress(before + bytes, total, 'Keeping files')
      tell(0)
      await context.pause()
      try {
        kept.push({ name: basename(path), file: await onceOf(kept, await putFile({ file: path }, context, tell)) })
      } catch (error) {
        if (!(error instanceof DomainError) || !ofOneFile.has(error.code)) throw error
        refused.push({ name: basename(path), code: error.code, message: error.message })
      }
      done += sizes[at] ?? 0
    }
  } catch (error) {
    await discardAll(kept)
    throw error
  }
  return { attached: kept.length === 0 ? [] : await commitAll(kept, target, facts, context), refused }
}

/** The bytes of a file that came twice in one call are kept once. */
export async function onceOf(kept: readonly Kept[], file: NewFile): Promise<NewFile> {
  const { sha256, size } = file
  if (!kept.some((before) => before.file.sha256 === sha256)) return file
  await file.discard()
  return { sha256, size, keep: () => undefined, discard: async () => undefined }
}

/** Keeps a picture that was pasted, or made of a page with parts blacked out. @throws as its contract lists */
export async function attachImage(
  { target, name, png, redactedFrom, ...facts }: CheckedParamsOf<'evidence.attachImage'>,
  context: JobContext,
): Promise<ResultOf<'evidence.attachImage'>> {
  const engagementId = engagementOfTarget(context.reader, target)
  if (redactedFrom !== undefined && loadEvidence(context.reader, redactedFrom).engagementId !== engagementId) {
    throw new DomainError('evidence.not_found', { evidenceId: redactedFrom })
  }
  const bytes = typeof png === 'string' ? Buffer.from(png, 'base64') : png
  if (startOfPng.some((byte, at) => bytes[at] !== byte)) throw new DomainError('evidence.not_an_image', { name })
  const source: PutBlob['source'] = [bytes]
  const kept = { name, file: await putFile(source, context), redactedFrom }
  const [attached] = await commitAll([kept], target, facts, context)
  if (attached === undefined) throw new TypeError('One picture makes one piece of evidence')
  const { evidenceId, sha256, alreadyUsedFor } = attached
  return { evidenceId, sha256, alreadyUsedFor }
}

async function commitAll(
  kept: readonly Kept[],
  target: EvidenceTarget,
  facts: Facts,
  context: JobContext,
): Promise<ResultOf<'evidence.attachAll'>['attached']> {
  const { commit, reader, newId } = context
  try {
    return commit(() => {
      const engagementId = engagementOfTarget(reader, target)
      const attached = kept.map(({ name, file: { sha256, size } }) => ({
        evidenceId: newId(),
        name,
        sha256,
        size,
        alreadyUsedFor: usesOf(reader, engagementId, sha256),
      }))
      for (const { file } of kept) file.keep()
      const changes = kept.flatMap((one, at) =>
        newEvidence(attached[at]?.evidenceId ?? '', one, { target, facts, context }),
      )
      return { engagementId, changes, answer: () => attached }
    })
  } catch (error) {
    await discardAll(kept)
    throw error
  }
}

/** Removes files again that no command kept. */
export const discardAll = (kept: readonly Kept[]) => Promise.all(kept.map(({ file }) => file.discard()))

/** @returns the changes that make a kept file evidence of a paper */
export function newEvidence(
  evidenceId: string,
  { name, file: { sha256, size }, redactedFrom }: Kept,
  { target, facts, context }: { target: EvidenceTarget; facts: Facts; context: JobContext },
): Change[] {
  const { now, actor, reader } = context
  const { effectiveDate, capturedOn, receivedOn, receivedFrom, origin, note } = facts
  const linkId = linkIdOf(evidenceId, target)
  return [
    ...create('evidence', evidenceId, {
      sha256,
      size,
      name,
      mediaType: mediaTypeOf(name),
      effectiveOn: effectiveDate ?? null,
      capturedOn: capturedOn ?? null,
      receivedOn: receivedOn ?? null,
      receivedFrom: receivedFrom ?? null,
      origin: origin ?? null,
      note: note ?? null,
      redactedFrom: redactedFrom ?? null,
      importedAt: now.at,
      importedBy: actor.practitionerId,
    }),
    ...create('evidenceLink', linkId, { evidenceId, targetEntity: target.entity, targetId: target.id }),
    ...showAgain(reader, 'evidenceLink', linkId),
  ]
}

/** The papers that the same bytes already support: a file used for two items is worth a question. */
function usesOf(reader: Reader, engagementId: string, sha256: string): EvidenceTarget[] {
  return reader.list('evidence', { engagementId, sha256 }).flatMap(({ id }) =>
    reader.list('evidenceLink', { evidenceId: id }).map(({ targetEntity, targetId }) => ({
      entity: targetEntity as EvidenceTarget['entity'],
      id: targetId,
    })),
  )
}
