import type { TextSink } from './textSink.ts'

/** Pages of a file that are read. */
const mostPages = 2000

/**
 * Takes the text of a PDF, page by page, as it was written there; a scan has none. Scripts and forms are not part of what is
 * loaded, and nothing is fetched or drawn.
 * @throws what the library throws for a file that is none, is broken or has a password
 */
export async function pdfText(bytes: Buffer, sink: TextSink): Promise<void> {
  const { getDocument } = await library()
  const loading = getDocument({
    data: Uint8Array.from(bytes),
    disableFontFace: true,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    stopAtErrors: false,
    useSystemFonts: true,
    useWasm: false,
    useWorkerFetch: false,
    verbosity: 0,
  })
  try {
    const pdf = await loading.promise
    for (let page = 1; page <= Math.min(pdf.numPages, mostPages) && !sink.isFull; page += 1) {
      const { items } = await (await pdf.getPage(page)).getTextContent()
      sink.add(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join(''))
    }
  } finally {
    await loading.destroy()
  }
}

/** Stands for the things of a browser that pages are drawn with. */
class Undrawn {
  readonly isDrawn = false
}

/** The library draws, too, and asks for a browser's matrix as soon as it is loaded; text needs none. Its worker is this thread. */
async function library() {
  Object.assign(globalThis, { DOMMatrix: Undrawn, Path2D: Undrawn, ImageData: Undrawn })
  Object.assign(globalThis, { pdfjsWorker: await import('pdfjs-dist/legacy/build/pdf.worker.mjs') })
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}
