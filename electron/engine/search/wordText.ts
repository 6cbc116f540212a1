import { DomainError } from '../../../shared/errors/domainError.ts'
import { BodyReader, type WordBlock } from '../docx/bodyReader.ts'
import { XmlReader } from '../xlsx/xmlReader.ts'
import type { ZipParts } from '../xlsx/zipParts.ts'
import type { TextSink } from './textSink.ts'

/** Bytes of a part above which it is not read. */
const mostBytes = 64 * 1024 * 1024

/** Takes the words of a document, a paragraph a line. @throws DomainError `docx.too_large`, those of the package */
export async function wordText(parts: ZipParts, sink: TextSink): Promise<void> {
  const part = 'word/document.xml'
  if (parts.size(part) > mostBytes)
    throw new DomainError('docx.too_large', { what: `${parts.size(part)} bytes of text` })
  const body = new BodyReader()
  const reader = new XmlReader(body)
  for await (const { text } of parts.text(part)) reader.read(text)
  reader.end()
  addBlocks(body.blocks, sink)
}

function addBlocks(blocks: readonly WordBlock[], sink: TextSink): void {
  for (const block of blocks) {
    if (block.kind === 'table') for (const cell of block.rows.flat()) addBlocks(cell.blocks, sink)
    else sink.add(block.content.map((inline) => (inline.type === 'text' ? inline.text : ' ')).join(''))
  }
}
