import path from 'node:path'
import { fileSize } from '../../../db/disk/fileSize.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create, update } from '../../../shared/journal/change.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { fieldMeanings } from '../../../shared/report/templateFields.ts'
import { exportFile } from '../exportFile.ts'
import type { CommandContext, JobContext, Outcome } from '../handler.ts'
import { readSmallBytes } from '../smallFile.ts'
import { putFile } from '../storedFile.ts'
import { storeScope } from '../teamMember.ts'
import { checkTemplate, mostTemplateBytes } from './docx/checkTemplate.ts'
import { shippedTemplate } from './docx/shippedTemplate.ts'
import { practitionerNames } from './savedBy.ts'

/** @returns the firm's templates by name, the latest version of each first; and the fields that one may have */
export function describeTemplates(reader: Reader): ResultOf<'report.templates'> {
  const names = practitionerNames(reader)
  const templates = reader
    .list('reportTemplate', {}, 'name')
    .map(({ id, engagementId: _of, savedBy, ...template }) => ({
      templateId: id,
      ...template,
      savedBy: names(savedBy),
    }))
    .toSorted((one, other) => one.name.localeCompare(other.name) || other.version - one.version)
  return { templates, fields: fieldMeanings() }
}

/** Takes a file as a template. @throws DomainError as the contract of `report.addTemplate` lists; nothing is kept then */
export async function addTemplate(
  { file, name }: CheckedParamsOf<'report.addTemplate'>,
  context: JobContext,
): Promise<ResultOf<'report.addTemplate'>> {
  const { reader, resolvePath, commit, newId, now, actor } = context
  const place = resolvePath(file)
  const size = await fileSize(place)
  if (size > mostTemplateBytes) throw new DomainError('report.template_too_large', { reason: `${size} bytes` })
  const bytes = await readSmallBytes(place, mostTemplateBytes)
  const fields = await checkTemplate(place, bytes)
  const kept = await putFile([bytes], context)
  const called = name ?? path.basename(place, path.extname(place))
  try {
    return commit(() => {
      const version = Math.max(0, ...reader.list('reportTemplate', { name: called }).map((each) => each.version)) + 1
      const templateId = newId()
      kept.keep()
      return {
        engagementId: storeScope,
        changes: create('reportTemplate', templateId, {
          name: called,
          version,
          sha256: kept.sha256,
          size: kept.size,
          fields,
          retired: false,
          savedBy: actor.practitionerId,
          savedAt: now.at,
        }),
        answer: () => ({ templateId, version, fields }),
      }
    })
  } catch (error) {
    await kept.discard()
    throw error
  }
}

/** @throws DomainError `report.template_not_found` */
export function retireTemplate(
  { templateId, retired }: CheckedParamsOf<'report.retireTemplate'>,
  { reader }: CommandContext,
): Outcome<ResultOf<'report.retireTemplate'>> {
  const before = loadTemplate(reader, templateId)
  return {
    engagementId: storeScope,
    changes: before.retired === retired ? [] : update('reportTemplate', templateId, { retired }),
    answer: () => ({}),
  }
}

/** Writes a template to a file. @throws DomainError as the contract of `report.saveTemplate` lists */
export async function saveTemplate(
  { templateId, file }: CheckedParamsOf<'report.saveTemplate'>,
  { reader, resolvePath, signal }: JobContext,
): Promise<ResultOf<'report.saveTemplate'>> {
  const { sha256 } = await exportFile(resolvePath(file), [await templateBytes(reader, templateId)], signal)
  return { sha256 }
}

/**
 * @param templateId without it the template that ships
 * @throws DomainError `report.template_not_found`, `blob.missing`, `blob.damaged`
 */
export async function templateBytes(reader: Reader, templateId: string | undefined): Promise<Uint8Array> {
  if (templateId === undefined) return shippedTemplate()
  const { sha256, size } = loadTemplate(reader, templateId)
  return reader.filePart(sha256, 0, size)
}

function loadTemplate(reader: Reader, templateId: string): EntityRow<'reportTemplate'> {
  const found = reader.get('reportTemplate', templateId)
  if (found === undefined) throw new DomainError('report.template_not_found', { templateId })
  return found
}
