import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { workAside } from '../thread/workAside.ts'
import type { AnchorPages, AnchorWork } from './anchorThread.ts'

/** Beside this file among the sources, and beside the engine where everything is in one file. */
const thread = new URL(`./anchorThread${extname(fileURLToPath(import.meta.url))}`, import.meta.url)

/**
 * @returns on which page of a PDF each anchor stands that a link of it leads to
 * @throws those of {@link workAside}; an error for a file that is no PDF
 */
export const anchorPages = (pdf: Uint8Array, signal: AbortSignal): Promise<AnchorPages> =>
  workAside<AnchorPages>(thread, { pdf } satisfies AnchorWork, signal)
