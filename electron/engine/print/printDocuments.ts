import { randomUUID } from 'node:crypto'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { type PrintedPage, printPage } from './printPage.ts'
import { printPolicy } from './printStyle.ts'

/** A document that waits for a window to lay it out. */
export type PrintDocument = { title: string; landscape: boolean; html: string; policy: string }

/** Somebody prints one at a time; the oldest are forgotten. */
const most = 4

/** Documents between the call that made them and the window that prints them: in memory only, gone when the store is locked. */
export class PrintDocuments {
  readonly #documents = new Map<string, PrintDocument>()

  /** @returns the token under which the shell asks for the document */
  keep(page: PrintedPage): string {
    const { title, landscape } = page
    return this.keepDocument({ title, landscape, html: printPage(page), policy: printPolicy(landscape) })
  }

  /** The same, of a document that has a style of its own. */
  keepDocument(document: PrintDocument): string {
    const documentId = randomUUID()
    this.#documents.set(documentId, document)
    const [oldest] = this.#documents.keys()
    if (this.#documents.size > most && oldest !== undefined) this.#documents.delete(oldest)
    return documentId
  }

  /** @throws DomainError `print.gone` */
  get(documentId: string): PrintDocument {
    const found = this.#documents.get(documentId)
    if (found === undefined) throw new DomainError('print.gone')
    return found
  }

  clear(): void {
    this.#documents.clear()
  }
}
