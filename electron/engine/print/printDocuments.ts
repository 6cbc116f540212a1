import { randomUUID } from 'node:crypto'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { hasPageMarks } from '../../../shared/print/pageMarks.ts'
import type { ReportSource } from '../report/reportSource.ts'
import { type PrintedPage, printPage } from './printPage.ts'
import { printPolicy } from './printStyle.ts'

/** A document that waits for a window to lay it out. */
export type PrintDocument = { title: string; landscape: boolean; html: string; policy: string; hasContents: boolean }

/** Somebody prints one at a time; the oldest are forgotten. */
const most = 4

/** Documents between the call that made them and the window that prints them: in memory only, gone when the store is locked. */
export class PrintDocuments {
  readonly #documents = new Map<string, PrintDocument>()
  readonly #reports = new Map<string, ReportSource>()

  /** @returns the token under which the shell asks for the document */
  keep(page: PrintedPage): string {
    const { title, landscape } = page
    return this.keepDocument({ title, landscape, html: printPage(page), policy: printPolicy(landscape) })
  }

  /** The same, of a document that has a style of its own. @param report what it says, where it is a report */
  keepDocument(document: Omit<PrintDocument, 'hasContents'>, report?: ReportSource): string {
    const documentId = randomUUID()
    this.#documents.set(documentId, { ...document, hasContents: hasPageMarks(document.html) })
    if (report !== undefined) this.#reports.set(documentId, report)
    const [oldest] = this.#documents.keys()
    if (this.#documents.size > most && oldest !== undefined) {
      this.#documents.delete(oldest)
      this.#reports.delete(oldest)
    }
    return documentId
  }

  /** @throws DomainError `print.gone` */
  get(documentId: string): PrintDocument {
    const found = this.#documents.get(documentId)
    if (found === undefined) throw new DomainError('print.gone')
    return found
  }

  /** @returns the report that a document is, if it is one */
  reportOf(documentId: string): ReportSource | undefined {
    return this.#reports.get(documentId)
  }

  clear(): void {
    this.#documents.clear()
    this.#reports.clear()
  }
}
