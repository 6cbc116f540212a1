import type { Statement } from 'better-sqlite3'
import type { Entities, EntityName, EntityRow } from '../shared/model/entities.ts'
import { DomainError } from '../shared/errors/domainError.ts'
import type { StoredBlob } from './blobs/blobFile.ts'
import type { BlobRanges } from './blobs/blobRanges.ts'
import type { Connection } from './sqlite.ts'
import { type Cell, columnsOf, quoted, toEntityRow } from './table.ts'

/** Values of a statement's named places. */
export type Bindings = Record<string, Cell>

/** Fields that the rows asked for have. */
export type Where<E extends EntityName> = { [F in 'id' | 'engagementId' | (keyof Entities[E] & string)]?: Cell }

/** Reads the store, and cannot write: every statement is checked before it runs. */
export class Reader {
  readonly #connection: Connection
  readonly #ranges: BlobRanges
  /** Files never change; a page of rows asks for the same one again and again. */
  readonly #files = new Map<string, StoredBlob>()
  readonly #statements = new Map<string, Statement<[Bindings]>>()

  constructor(connection: Connection, ranges: BlobRanges) {
    this.#connection = connection
    this.#ranges = ranges
  }

  /** @returns the rows of a SELECT, with the column names that it gives */
  all<T>(sql: string, bindings: Bindings = {}): T[] {
    return this.#prepare(sql).all(bindings) as T[]
  }

  /** @returns the first row of a SELECT */
  one<T>(sql: string, bindings: Bindings = {}): T | undefined {
    return this.#prepare(sql).get(bindings) as T | undefined
  }

  /** @returns the number that a `SELECT count(*) AS n …` gives */
  count(sql: string, bindings: Bindings = {}): number {
    return this.one<{ n: number }>(sql, bindings)?.n ?? 0
  }

  /** Rows of a SELECT one by one, for what does not fit into memory. The store cannot be written until it ends. */
  *each<T>(sql: string, bindings: Bindings = {}): IterableIterator<T> {
    yield* this.#prepare(sql).iterate(bindings) as IterableIterator<T>
  }

  /** @returns an entity that is not hidden */
  get<E extends EntityName>(entity: E, id: string): EntityRow<E> | undefined {
    return this.list(entity, { id })[0]
  }

  /** @returns the entities that are not hidden and have these fields, in the order of `orderBy` or of their ids */
  list<E extends EntityName>(entity: E, where: Where<E>, orderBy = 'id'): EntityRow<E>[] {
    const conditions = Object.keys(where).map((field) => `${quoted(field)} = @${field}`)
    const sql = `SELECT ${columnsOf(entity)} FROM ${quoted(entity)} WHERE ${[...conditions, 'deleted = 0'].join(' AND ')} ORDER BY ${quoted(orderBy)}, id`
    return this.all<Record<string, Cell>>(sql, where as Bindings).map((row) => toEntityRow<EntityRow<E>>(entity, row))
  }

  /**
   * @param sha256 of an encrypted file of the store
   * @returns a part of its plain bytes
   * @throws DomainError `blob.missing`, `blob.damaged`
   */
  filePart(sha256: string, start: number, length: number): Buffer {
    const file = this.#files.get(sha256) ?? this.#file(sha256)
    return this.#ranges.read(file, start, length)
  }

  /** Keeps no key and no opened part of any file. */
  forgetFiles(): void {
    for (const { key } of this.#files.values()) key.fill(0)
    this.#files.clear()
    this.#ranges.close()
  }

  #file(sha256: string): StoredBlob {
    const file = this.one<StoredBlob>(
      'SELECT sha256, stored_name AS storedName, key, size FROM evidence_file WHERE sha256 = @sha256',
      { sha256 },
    )
    if (file === undefined) throw new DomainError('blob.missing', { sha256 })
    this.#files.set(sha256, file)
    return file
  }

  #prepare(sql: string): Statement<[Bindings]> {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const statement = this.#connection.prepare<[Bindings]>(sql)
    if (!statement.readonly) throw new TypeError('A reader runs statements that read')
    this.#statements.set(sql, statement)
    return statement
  }
}
