import { BrowserWindow, type Session, type WebContents } from 'electron'
import { DomainError } from '../../shared/errors/domainError.ts'
import { strictPreferences } from './strictPreferences.ts'

/** Shows a document in a window that nobody sees and that runs no script, for as long as it is used. */
export async function inPrintWindow<R>(
  session: Session,
  address: string,
  lay: (contents: WebContents) => Promise<R>,
): Promise<R> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { ...strictPreferences(session), javascript: false, images: false, webgl: false },
  })
  try {
    await window.loadURL(address)
    return await lay(window.webContents)
  } finally {
    window.destroy()
  }
}

/** Chromium fills in the numbers by these class names, and the document's title as text. */
const footer = `<div style="width: 100%; margin: 0 12mm; font: 7pt Arial, sans-serif; display: flex; justify-content: space-between"><span class="title"></span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`

/** @returns the document as a tagged PDF on A4, with its title and page numbers at the foot */
export function pdfOf(contents: WebContents, landscape: boolean): Promise<Uint8Array> {
  return contents.printToPDF({
    pageSize: 'A4',
    landscape,
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: footer,
    margins: { top: inches(14), bottom: inches(16), left: inches(12), right: inches(12) },
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  })
}

const inches = (millimetres: number) => millimetres / 25.4

/** What a printer puts at the foot itself, since there the template is not taken. */
const numbers = '@page { @bottom-right { content: counter(page) " / " counter(pages); font: 7pt Arial, sans-serif; } }'

/**
 * Opens the system's dialog.
 * @returns whether something was printed; false when it was cancelled
 * @throws DomainError `print.refused`
 */
export async function printOut(contents: WebContents, landscape: boolean): Promise<boolean> {
  await contents.insertCSS(numbers)
  const { promise, resolve } = Promise.withResolvers<{ done: boolean; reason: string }>()
  contents.print({ printBackground: true, landscape, pageSize: 'A4' }, (done, reason) => resolve({ done, reason }))
  const { done, reason } = await promise
  if (!done && !/cancell?ed/i.test(reason)) throw new DomainError('print.refused', { reason })
  return done
}
