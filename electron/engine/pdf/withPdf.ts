import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/**
 * Works on a PDF as long as it is open. Scripts and forms are not part of what is loaded, and nothing is fetched or drawn.
 * @throws what the library throws for a file that is none, is broken or has a password
 */
export async function withPdf<R>(bytes: Uint8Array, work: (pdf: PDFDocumentProxy) => Promise<R>): Promise<R> {
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
    return await work(await loading.promise)
  } finally {
    await loading.destroy()
  }
}

/** Stands for the things of a browser that pages are drawn with. */
class Undrawn {
  readonly isDrawn = false
}

/** The library draws, too, and asks for a browser's matrix as soon as it is loaded; to read needs none. Its worker is this thread. */
async function library() {
  Object.assign(globalThis, { DOMMatrix: Undrawn, Path2D: Undrawn, ImageData: Undrawn })
  Object.assign(globalThis, { pdfjsWorker: await import('pdfjs-dist/legacy/build/pdf.worker.mjs') })
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}
