import type { ErrorCode } from '../../../shared/errors/catalogue.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { type XmlHandler, XmlReader } from '../xlsx/xmlReader.ts'
import { ZipParts } from '../xlsx/zipParts.ts'

/** Bytes of a part above which a document is refused: the text of ten thousand pages is less. */
const mostBytes = 64 * 1024 * 1024

/** The parts of a Word document whose text can be read. */
export type WordParts = {
  has: (name: string) => boolean
  /** Reads a part to its end; a part that is not there is read as empty. */
  read: (name: string, handler: XmlHandler) => Promise<void>
}

/**
 * Opens a Word document and gives its parts. Nothing but the parts that are asked for is unpacked, entities are refused, and
 * nothing that the document points to outside of itself is looked at.
 * @throws DomainError `docx.not_a_document`, `docx.too_large`, `docx.hostile`, those of the file itself
 */
export async function withWordParts<R>(
  file: string,
  signal: AbortSignal,
  work: (parts: WordParts) => Promise<R>,
): Promise<R> {
  try {
    const parts = await ZipParts.open(file)
    try {
      if (!parts.has('word/document.xml')) throw new DomainError('docx.not_a_document')
      return await work({
        has: (name) => parts.has(name),
        read: (name, handler) => readPart(parts, name, handler, signal),
      })
    } finally {
      await parts.close()
    }
  } catch (error) {
    throw asWordFault(error)
  }
}

async function readPart(parts: ZipParts, name: string, handler: XmlHandler, signal: AbortSignal): Promise<void> {
  if (!parts.has(name)) return
  if (parts.size(name) > mostBytes)
    throw new DomainError('docx.too_large', { what: `${parts.size(name)} bytes of text` })
  const reader = new XmlReader(handler)
  for await (const { text } of parts.text(name, signal)) reader.read(text)
  reader.end()
}

/** What is wrong with the package is said of a document: the reader of packages speaks of workbooks. */
const wordFaults: Partial<Record<ErrorCode, (reason: string) => DomainError>> = {
  'xlsx.not_a_workbook': () => new DomainError('docx.not_a_document'),
  'xlsx.too_large': (what) => new DomainError('docx.too_large', { what }),
  'xlsx.declares_entities': () =>
    new DomainError('docx.hostile', { what: 'it declares entities of its own; such files are attacks' }),
  'xlsx.protected': () => new DomainError('docx.hostile', { what: 'it is protected by a password' }),
  'xlsx.damaged': (what) => new DomainError('docx.hostile', { what }),
}

function asWordFault(error: unknown): unknown {
  if (!(error instanceof DomainError)) return error
  const { reason } = error.details
  return wordFaults[error.code]?.(typeof reason === 'string' ? reason : '') ?? error
}
