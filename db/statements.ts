import type { Statement } from 'better-sqlite3'
import type { Connection } from './sqlite.ts'
import type { Cell } from './table.ts'

type Place = Cell | Buffer | bigint

/** Statements of one connection, prepared once each: a draw of thousands of items runs the same few again and again. */
export class Statements {
  readonly #connection: Connection
  readonly #prepared = new Map<string, Statement<Place[]>>()

  constructor(connection: Connection) {
    this.#connection = connection
  }

  get inTransaction(): boolean {
    return this.#connection.inTransaction
  }

  prepare(sql: string): Statement<Place[]> {
    const known = this.#prepared.get(sql)
    if (known !== undefined) return known
    const statement = this.#connection.prepare<Place[]>(sql)
    this.#prepared.set(sql, statement)
    return statement
  }
}
