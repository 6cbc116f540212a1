import type { LeftOut } from '../../../shared/contract/description.ts'
import type { RichBlock } from '../../../shared/contract/richText.ts'
import { BodyReader } from './bodyReader.ts'
import { NumberingReader } from './numbering.ts'
import { withWordParts } from './openWord.ts'
import { RichBlocks } from './richBlocks.ts'
import { StyleReader } from './styles.ts'

/** A Word document as rich text, with what it holds besides and how often. */
export type WordDocument = { blocks: RichBlock[]; leftOut: LeftOut[] }

/**
 * Reads a Word document as rich text: headings, paragraphs, lists and tables, with bold, italic and underlined words.
 * Pictures, links, notes and whatever was struck out are left out, and counted. Our own reader over the parts that workbooks
 * are read by: it streams, and unpacks no more than the text.
 * @throws DomainError `docx.not_a_document`, `docx.too_large`, `docx.hostile`, those of the file itself
 */
export async function readWordDocument(file: string, signal: AbortSignal): Promise<WordDocument> {
  return withWordParts(file, signal, async ({ read }) => {
    const styles = new StyleReader()
    const numbering = new NumberingReader()
    const body = new BodyReader()
    await read('word/styles.xml', styles)
    await read('word/numbering.xml', numbering)
    await read('word/document.xml', body)
    const rich = new RichBlocks(styles, numbering)
    const blocks = rich.blocksOf(body.blocks)
    const leftOut = new Map(body.leftOut)
    if (rich.flattened > 0) leftOut.set('deep_list', rich.flattened)
    return { blocks, leftOut: [...leftOut].map(([what, count]) => ({ what, count })) }
  })
}
