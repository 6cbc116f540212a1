import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { DomainError } from '../shared/errors/domainError.ts'
import type { Connection } from './sqlite.ts'

/** Small enough that nobody notices the reading of one. */
const pieceBytes = 256 * 1024
/** Here SQLite takes its locks and keeps nothing; on Windows nobody else can read it. https://sqlite.org/fileformat2.html#the_lock_byte_page */
const lockPage = { from: 0x4000_0000, bytes: 4096 }

/** Who is told of the bytes that were read, and what stops the reading. */
export type ReadOptions = { onProgress?: (done: number, total: number) => void; signal?: AbortSignal }

/**
 * The file of an open store, read byte by byte as it is on the disk while the store is used: what is saved meanwhile waits in
 * the write-ahead log. It is opened once and closed after the store, since closing a file takes away all locks that a process
 * has on it. https://sqlite.org/howtocorrupt.html
 */
export class StillFile {
  readonly #connection: Connection
  #descriptor: number | null = null
  #latest: Promise<void> = Promise.resolve()

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /**
   * Brings everything that was saved into the file, and reads it from beginning to end. One reads at a time.
   * @throws DomainError `store.locked` where the store was closed meanwhile, `store.work_running` where something still reads the
   *   log; what the system says of a disk; the signal's reason
   */
  async *read({ onProgress, signal }: ReadOptions = {}): AsyncGenerator<Buffer> {
    const moveOn = await this.#standStill()
    try {
      const descriptor = (this.#descriptor ??= openSync(this.#connection.name, 'r'))
      const { size } = fstatSync(descriptor)
      for (let place = 0; place < size;) {
        signal?.throwIfAborted()
        this.#requireOpen()
        const piece = Buffer.alloc(Math.min(pieceBytes, size - place))
        const skipped = place === lockPage.from ? lockPage.bytes : 0
        readSync(descriptor, piece, skipped, piece.length - skipped, place + skipped)
        place += piece.length
        onProgress?.(place, size)
        yield piece
      }
      this.#requireOpen()
    } finally {
      moveOn()
    }
  }

  /** Waits until nobody reads, and brings everything that was saved into the file. @throws DomainError `store.locked` */
  async settle(): Promise<void> {
    const moveOn = await this.#standStill()
    moveOn()
  }

  /** Closes the file, after the store. */
  close(): void {
    if (this.#descriptor !== null) closeSync(this.#descriptor)
    this.#descriptor = null
  }

  /** Waits for its turn. @returns what lets the file change again */
  async #standStill(): Promise<() => void> {
    const { promise, resolve: endTurn } = Promise.withResolvers<void>()
    const before = this.#latest
    this.#latest = promise
    await before
    try {
      this.#requireOpen()
      const [written] = this.#connection.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
      if (written?.busy !== 0) throw new DomainError('store.work_running')
      const pages = this.#connection.pragma('wal_autocheckpoint', { simple: true }) as number
      this.#connection.pragma('wal_autocheckpoint=0')
      return () => {
        if (this.#connection.open) this.#connection.pragma(`wal_autocheckpoint=${pages}`)
        endTurn()
      }
    } catch (error) {
      endTurn()
      throw error
    }
  }

  #requireOpen(): void {
    if (!this.#connection.open) throw new DomainError('store.locked')
  }
}
