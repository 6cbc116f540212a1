import { getDocument, GlobalWorkerOptions, PDFDataRangeTransport } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { evidencePart } from './evidenceBytes.ts'
import type { Pages } from './pages.ts'

/** Pixels of a picture within a PDF above which it is left out. */
const mostImagePixels = 100_000_000

/** Asks the engine for the parts of the file that a page needs. */
class EvidenceRange extends PDFDataRangeTransport {
  readonly #evidenceId: string

  constructor(evidenceId: string, size: number) {
    super(size, null)
    this.#evidenceId = evidenceId
  }

  override requestDataRange(begin: number, end: number): void {
    evidencePart(this.#evidenceId, begin, end).then(
      (bytes) => this.onDataRange(begin, bytes),
      () => this.abort(),
    )
  }
}

/**
 * A PDF, read in a worker and drawn onto a canvas. Its scripts and forms are not part of what is loaded here, and it
 * fetches nothing: bytes come from the engine alone.
 */
export async function openPdf({ evidenceId, size }: { evidenceId: string; size: number }): Promise<Pages> {
  const worker = new Worker(new URL('pdfjs-dist/legacy/build/pdf.worker.mjs', import.meta.url), { type: 'module' })
  GlobalWorkerOptions.workerPort = worker
  const loading = getDocument({
    range: new EvidenceRange(evidenceId, size),
    disableAutoFetch: true,
    disableStream: true,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    maxImageSize: mostImagePixels,
    useSystemFonts: true,
    useWasm: false,
    useWorkerFetch: false,
    verbosity: 0,
  })
  const close = () => {
    void loading.destroy().finally(() => worker.terminate())
  }
  try {
    const pdf = await loading.promise
    return {
      count: pdf.numPages,
      size: async (page) => {
        const { width, height } = (await pdf.getPage(page)).getViewport({ scale: 1 })
        return { width, height }
      },
      draw: async (page, canvas, scale) => {
        const its = await pdf.getPage(page)
        const viewport = its.getViewport({ scale })
        canvas.width = Math.max(1, Math.round(viewport.width))
        canvas.height = Math.max(1, Math.round(viewport.height))
        await its.render({ canvas, viewport }).promise
      },
      close,
    }
  } catch (error) {
    close()
    throw error
  }
}
