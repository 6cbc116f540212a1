import { rm } from 'node:fs/promises'
import path from 'node:path'
import { headsOf } from '../../../db/journal/entries.ts'
import type { Reader } from '../../../db/reader.ts'
import type { ResultOf } from '../../../shared/contract/index.ts'
import type { ReportFormat } from '../../../shared/contract/report.ts'
import { create } from '../../../shared/journal/change.ts'
import { loadEngagement } from '../engagement.ts'
import type { JobContext } from '../handler.ts'
import { headWords } from '../journal/headWords.ts'
import { putFile } from '../storedFile.ts'
import { storeScope } from '../teamMember.ts'
import type { ReportSource } from './reportSource.ts'
import { practitionerNames } from './savedBy.ts'

type ExportedFile = { place: string; format: ReportFormat; sha256: string; templateId?: string | undefined }

/** @returns where the journals of an engagement end */
export const engagementHeads = (reader: Reader, engagementId: string): ReportSource['heads'] =>
  headsOf(reader, engagementId).map(({ deviceId, seq, hash }) => ({ deviceId, seq, hash }))

/**
 * Records that a report was written to a file, with its text. The record is the store's and not the engagement's: exporting
 * changes no paper, and a locked file can still be exported.
 * @returns the id of the record; the file is taken away again where it could not be recorded
 */
export async function recordExport(
  { engagementId, document, heads }: ReportSource,
  { place, format, sha256, templateId }: ExportedFile,
  context: JobContext,
): Promise<string> {
  const { commit, newId, now, actor } = context
  const exportId = newId()
  try {
    const kept = await putFile([Buffer.from(JSON.stringify(document), 'utf8')], context)
    try {
      commit(() => {
        kept.keep()
        return {
          engagementId: storeScope,
          changes: create('exportedReport', exportId, {
            ofEngagement: engagementId,
            format,
            fileName: path.basename(place),
            fileSha256: sha256,
            textSha256: kept.sha256,
            textSize: kept.size,
            templateId: templateId ?? null,
            heads,
            by: actor.practitionerId,
            at: now.at,
          }),
          answer: () => undefined,
        }
      })
    } catch (error) {
      await kept.discard()
      throw error
    }
  } catch (error) {
    await rm(place, { force: true })
    throw error
  }
  return exportId
}

/** @returns the reports of an engagement that left this store, latest first @throws DomainError `engagement.not_found` */
export function describeExports(reader: Reader, engagementId: string): ResultOf<'report.exports'> {
  loadEngagement(reader, engagementId)
  const names = practitionerNames(reader)
  const ends = headText(engagementHeads(reader, engagementId))
  const exports = reader
    .list('exportedReport', { ofEngagement: engagementId }, 'at')
    .toReversed()
    .map(({ id, format, fileName, fileSha256, templateId, heads, by, at }) => ({
      exportId: id,
      format,
      fileName,
      sha256: fileSha256,
      template: templateWords(reader, templateId),
      heads: heads.map((head) => ({ ...head, words: headWords(head.hash) })),
      isCurrent: headText(heads) === ends,
      by: names(by),
      at,
    }))
  return { exports }
}

function templateWords(reader: Reader, templateId: string | null): string | null {
  const found = templateId === null ? undefined : reader.get('reportTemplate', templateId)
  return found === undefined ? null : `${found.name}, version ${found.version}`
}

const headText = (heads: ReportSource['heads']) =>
  heads
    .map(({ deviceId, hash }) => `${deviceId} ${hash}`)
    .toSorted()
    .join('\n')
