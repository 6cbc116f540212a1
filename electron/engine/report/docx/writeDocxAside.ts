import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { workAside } from '../../thread/workAside.ts'
import type { DocxWork } from './docxThread.ts'

/** Beside this file among the sources, and beside the engine where everything is in one file. */
const thread = new URL(`./docxThread${extname(fileURLToPath(import.meta.url))}`, import.meta.url)

/**
 * Fills a template with a report in a thread of its own: laying out the pages of a large report takes seconds.
 * @returns the bytes of a DOCX, the same for the same report and template
 * @throws those of {@link workAside}
 */
export const writeDocxAside = (work: DocxWork, signal: AbortSignal): Promise<Uint8Array> =>
  workAside<Uint8Array>(thread, work, signal)
