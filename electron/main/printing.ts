import { session, type Session } from 'electron'
import type { ResultOf } from '../../shared/contract/index.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import type { PrintAnswer } from '../../shared/shell/shellAction.ts'
import type { EngineCalls } from './engineCalls.ts'
import { inPrintWindow, pdfOf, printOut } from './printWindow.ts'
import { host, scheme } from './protocol.ts'

type PrintDocument = ResultOf<'print.document'>

/**
 * Prints what the engine prepared. A window names a document by its id and never gives markup or a path: the document comes
 * from the engine, the place from a dialog, and the finished PDF is written by the engine as every other file.
 */
export class Printing {
  readonly #engine: EngineCalls
  readonly #session: Session
  /** What is being laid out right now; nothing else is served. */
  readonly #documents = new Map<string, PrintDocument>()

  constructor(engine: EngineCalls) {
    this.#engine = engine
    this.#session = session.fromPartition('tickmark-print', { cache: false })
    this.#session.protocol.handle(scheme, ({ url }) => this.#serve(new URL(url)))
  }

  /** Opens the system's print dialog for a document. */
  print(documentId: string): Promise<PrintAnswer> {
    return this.#layOut(documentId, async (address, { landscape }) => ({
      ok: true,
      done: await inPrintWindow(this.#session, address, (contents) => printOut(contents, landscape)),
    }))
  }

  /**
   * Makes a PDF of a document, and has it written.
   * @param token of the place, among `grants`
   */
  writePdf(documentId: string, token: string, grants: Record<string, string>): Promise<PrintAnswer> {
    return this.#layOut(documentId, async (address, document) => {
      const layOut = () => inPrintWindow(this.#session, address, (contents) => pdfOf(contents, document.landscape))
      const first = await layOut()
      const numbered = document.hasContents ? await this.#number(documentId, document, first) : null
      if (numbered?.ok === false) return numbered
      const pdf = numbered === null ? first : await layOut()
      const written = await this.#engine.call('print.writePdf', { file: token, pdf, documentId }, grants)
      return written.ok ? { ok: true, done: true } : written
    })
  }

  /** Has the pages that its contents lead to filled into a document, as they came to be in a first PDF of it. */
  async #number(documentId: string, document: PrintDocument, pdf: Uint8Array): Promise<PrintAnswer> {
    const answer = await this.#engine.call('print.numbered', { documentId, pdf }, {})
    if (!answer.ok) return answer
    this.#documents.set(documentId, { ...document, ...(answer.result as ResultOf<'print.numbered'>) })
    return { ok: true, done: true }
  }

  async #layOut(
    documentId: string,
    print: (address: string, document: PrintDocument) => Promise<PrintAnswer>,
  ): Promise<PrintAnswer> {
    const answer = await this.#engine.call('print.document', { documentId }, {})
    if (!answer.ok) return answer
    const document = answer.result as PrintDocument
    this.#documents.set(documentId, document)
    try {
      return await print(`${scheme}://${host}/${documentId}`, document)
    } catch (error) {
      if (error instanceof DomainError) return { ok: false, error: error.toAnswer() }
      const reason = error instanceof Error ? error.message : String(error)
      return { ok: false, error: new DomainError('print.not_laid_out', { reason }).toAnswer() }
    } finally {
      this.#documents.delete(documentId)
    }
  }

  #serve({ pathname }: URL): Response {
    const document = this.#documents.get(pathname.slice(1))
    if (document === undefined) return new Response(null, { status: 404 })
    return new Response(document.html, {
      headers: {
        'Content-Security-Policy': `${document.policy}; frame-ancestors 'none'; sandbox`,
        'Content-Type': 'text/html; charset=utf-8',
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-store',
      },
    })
  }
}
