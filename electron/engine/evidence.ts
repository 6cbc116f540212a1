import { extname, basename } from 'node:path'
import { discardBlobs } from '../../db/blobs/blobFolder.ts'
import { putBlob } from '../../db/blobs/putBlob.ts'
import type { Reader } from '../../db/reader.ts'
import type { Evidence, evidenceContract } from '../../shared/contract/evidence.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import { create } from '../../shared/journal/change.ts'
import type { EntityName } from '../../shared/model/entities.ts'
import { loadEngagement } from './engagement.ts'
import type { Handlers } from './handler.ts'
import { evidenceFolder } from '../../db/blobs/evidenceFolder.ts'
import { teamMemberId } from './teamMember.ts'

type Target = Evidence['targets'][number]

export const evidence: Handlers<typeof evidenceContract> = {
  'evidence.attach': async ({ target, file, effectiveDate, receivedFrom }, context) => {
    const { store, resolvePath, random, signal, progress, newId, now, actor } = context
    const engagementId = engagementOf(store.reader, target)
    const path = resolvePath(file)
    const blob = await putBlob({
      folder: evidenceFolder(store.folder),
      source: { file: path },
      random,
      signal,
      onProgress: (bytes) => progress(bytes, 0, 'evidence'),
    })
    const { sha256, size } = blob
    // Equal bytes are kept once; the new file is then one too many.
    const isKept = store.evidenceFile(sha256) !== undefined
    if (isKept) await discardBlobs(evidenceFolder(store.folder), [blob.storedName])
    return context.commit(() => {
      const alreadyUsedFor = usesOf(store.reader, engagementId, sha256)
      if (!isKept) store.keepEvidenceFile({ ...blob, key: Buffer.from(blob.key) })
      const evidenceId = newId()
      const linkId = `${evidenceId}:${target.entity}:${target.id}`
      return {
        engagementId,
        changes: [
          ...create('evidence', evidenceId, {
            sha256,
            size,
            name: basename(path),
            mediaType: mediaTypeOf(path),
            effectiveOn: effectiveDate ?? null,
            receivedFrom: receivedFrom ?? null,
            importedAt: now.at,
            importedBy: actor.practitionerId,
          }),
          ...create('evidenceLink', linkId, { evidenceId, targetEntity: target.entity, targetId: target.id }),
        ],
        answer: () => ({ evidenceId, sha256, alreadyUsedFor }),
      }
    })
  },

  'evidence.list': ({ engagementId, target }, { reader }) => {
    loadEngagement(reader, engagementId)
    const names = new Map(reader.list('teamMember', { engagementId }).map((member) => [member.id, member.name]))
    const links = Map.groupBy(reader.list('evidenceLink', { engagementId }), (link) => link.evidenceId)
    const listed = reader.list('evidence', { engagementId }, 'importedAt').map((row) => ({
      evidenceId: row.id,
      name: row.name,
      sha256: row.sha256,
      size: row.size,
      mediaType: row.mediaType,
      effectiveOn: row.effectiveOn,
      receivedFrom: row.receivedFrom,
      importedAt: row.importedAt,
      importedBy: names.get(teamMemberId(engagementId, row.importedBy)) ?? row.importedBy,
      targets: (links.get(row.id) ?? []).map(toTarget),
    }))
    const isWanted = ({ targets }: Evidence) =>
      target === undefined || targets.some(({ entity, id }) => entity === target.entity && id === target.id)
    return { evidence: listed.filter(isWanted) }
  },
}

/** @throws DomainError `evidence.target_not_found` */
function engagementOf(reader: Reader, { entity, id }: Target): string {
  const found = reader.get(entity satisfies EntityName, id)
  if (found === undefined) throw new DomainError('evidence.target_not_found', { entity, id })
  return found.engagementId
}

/** The papers that the same bytes already support: a file used for two items is worth a question. */
function usesOf(reader: Reader, engagementId: string, sha256: string): Target[] {
  return reader
    .list('evidence', { engagementId, sha256 })
    .flatMap(({ id }) => reader.list('evidenceLink', { evidenceId: id }).map(toTarget))
}

function toTarget({ targetEntity, targetId }: { targetEntity: string; targetId: string }): Target {
  return { entity: targetEntity as Target['entity'], id: targetId }
}

const mediaTypes: Record<string, string> = {
  '.csv': 'text/csv',
  '.txt': 'text/plain',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** By the name alone: what a file claims to be. Nothing is ever run because of it. */
function mediaTypeOf(path: string): string {
  return mediaTypes[extname(path).toLowerCase()] ?? 'application/octet-stream'
}
