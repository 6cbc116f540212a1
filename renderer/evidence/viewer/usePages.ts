import { useEffect, useState } from 'react'
import type { Pages } from './pages.ts'

export type OpenedPages =
  | { status: 'opening' }
  | { status: 'failed'; because: string }
  | { status: 'open'; pages: Pages }

/** Opens a picture or a PDF, and closes it when it is left. */
export function usePages(kind: 'image' | 'pdf', evidenceId: string, size: number): OpenedPages {
  const [opened, setOpened] = useState<OpenedPages>({ status: 'opening' })
  useEffect(() => {
    let isLeft = false
    let pages: Pages | null = null
    open(kind, { evidenceId, size }).then(
      (found) => {
        pages = found
        if (isLeft) found.close()
        else setOpened({ status: 'open', pages: found })
      },
      (error: unknown) => {
        if (!isLeft) setOpened({ status: 'failed', because: error instanceof Error ? error.message : String(error) })
      },
    )
    return () => {
      isLeft = true
      pages?.close()
    }
  }, [kind, evidenceId, size])
  return opened
}

async function open(kind: 'image' | 'pdf', file: { evidenceId: string; size: number }): Promise<Pages> {
  // What draws PDFs is large, and most days begin without one.
  const { openPdf, openImage } =
    kind === 'pdf'
      ? { ...(await import('./pdfPages.ts')), openImage: null }
      : { ...(await import('./imagePages.ts')), openPdf: null }
  if (openPdf !== null) return openPdf(file)
  return openImage(file)
}
