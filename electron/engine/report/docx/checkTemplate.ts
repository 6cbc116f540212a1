import { DomainError } from '../../../../shared/errors/domainError.ts'
import { fieldsIn, templateFieldProblems, wholeReport } from '../../../../shared/report/templateFields.ts'
import { ZipParts } from '../../xlsx/zipParts.ts'

/** Largest template, and what it may unpack to. */
export const mostTemplateBytes = 20 * 1024 ** 2
const mostUnpacked = 200 * 1024 ** 2

/** Parts that are programs, or files that a program opens. */
const programs = /vbaProject|vbaData|\/embeddings\/|activeX|\.bin$|afchunk|attachedToolbars/i

/** A link to a page does nothing by itself; everything else outside is fetched when the document is opened. */
const hyperlink = /\/relationships\/hyperlink"/

/**
 * Checks a template from outside: a DOCX of sane size, no macros or embedded objects, nothing fetched from elsewhere, and
 * fields that are known and complete.
 * @returns its fields
 * @throws DomainError `report.template_not_a_document`, `report.template_too_large`, `report.template_has_macros`,
 *   `report.template_reaches_out`, `report.template_unknown_fields`, `report.template_missing_fields`
 */
export async function checkTemplate(name: string, bytes: Buffer): Promise<string[]> {
  const parts = await openParts(name, bytes)
  const names = parts.names()
  const unpacked = names.reduce((sum, part) => sum + parts.size(part), 0)
  if (unpacked > mostUnpacked)
    throw new DomainError('report.template_too_large', { reason: `${unpacked} bytes unpacked` })
  const program = names.find((part) => programs.test(part))
  if (program !== undefined) throw new DomainError('report.template_has_macros', { part: program })
  if (!parts.has('word/document.xml')) {
    throw new DomainError('report.template_not_a_document', {
      reason: 'it is no DOCX: it has no part word/document.xml',
    })
  }
  const texts = new Map<string, string>()
  for (const part of names.filter((each) => /\.(?:xml|rels)$/i.test(each))) texts.set(part, await textOf(parts, part))
  for (const text of texts.values()) checkText(text)
  return checkFields(
    [...texts].filter(([part]) => /^word\/(?:document|header\d*|footer\d*)\.xml$/i.test(part)).map(([, text]) => text),
  )
}

async function openParts(name: string, bytes: Buffer): Promise<ZipParts> {
  try {
    return await ZipParts.ofBytes(name, bytes)
  } catch (error) {
    throw asTemplateFault(error)
  }
}

async function textOf(parts: ZipParts, part: string): Promise<string> {
  let text = ''
  try {
    for await (const piece of parts.text(part)) text += piece.text
  } catch (error) {
    throw asTemplateFault(error)
  }
  return text
}

/** What is wrong with a ZIP file is told as what is wrong with a template. */
function asTemplateFault(error: unknown): unknown {
  if (!(error instanceof DomainError)) return error
  const code = error.code === 'xlsx.too_large' ? 'report.template_too_large' : 'report.template_not_a_document'
  const { reason } = error.details
  return new DomainError(code, { reason: typeof reason === 'string' ? reason : 'it is damaged or protected' })
}

function checkText(xml: string): void {
  if (/<!DOCTYPE/i.test(xml)) {
    throw new DomainError('report.template_not_a_document', { reason: 'a part declares a document type' })
  }
  if (/macroEnabled/i.test(xml)) throw new DomainError('report.template_has_macros', { part: 'macros' })
  for (const [relationship] of xml.matchAll(/<Relationship\b[^>]*TargetMode\s*=\s*["']External["'][^>]*>/gi)) {
    if (hyperlink.test(relationship)) continue
    const target = /Target\s*=\s*["']([^"']*)/i.exec(relationship)?.[1] ?? ''
    throw new DomainError('report.template_reaches_out', { target: target.slice(0, 200) })
  }
  const reaching = /INCLUDEPICTURE|INCLUDETEXT|DDEAUTO|\bDDE\b|IMPORT\s+"/.exec(
    [...xml.matchAll(/<w:instrText[^>]*>([^<]*)|w:instr="([^"]*)"/g)].map((found) => found[1] ?? found[2]).join(' '),
  )
  if (reaching !== null) throw new DomainError('report.template_reaches_out', { target: reaching[0] })
}

/** A program may have cut a field into runs: a paragraph's text is put together before it is read. */
function checkFields(texts: readonly string[]): string[] {
  const paragraphs = texts.flatMap((xml) =>
    [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) => text).join(''),
    ),
  )
  const fields = [...new Set(paragraphs.flatMap(fieldsIn))]
  const { unknown, missing } = templateFieldProblems(fields)
  const named = (each: readonly string[]) => each.map((field) => `{{${field}}}`).join(', ')
  if (unknown.length > 0) throw new DomainError('report.template_unknown_fields', { fields: named(unknown) })
  if (missing.length > 0) {
    throw new DomainError('report.template_missing_fields', { fields: named(missing), report: `{{${wholeReport}}}` })
  }
  return fields
}
