import { existsSync } from 'node:fs'
import { mkdtemp, open, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkTables, tableProblems } from '../../db/check/tableProblems.ts'
import { checkOnCopy, copyVerified } from '../../db/copy.ts'
import { type Connection, openEncrypted } from '../../db/sqlite.ts'
import { StillFile } from '../../db/stillFile.ts'
import { Store, storeFileName } from '../../db/store.ts'

const key = Buffer.alloc(32, 7)
let folder: string
let file: string
let connection: Connection
let still: StillFile

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tickmark-still-'))
  file = join(folder, storeFileName)
  Store.create(folder, key, { storeId: 'S', deviceId: 'D', createdAt: '2026-10-20T09:00:00.000+00:00' }).close()
  connection = openEncrypted(file, key, 'open')
  still = new StillFile(connection)
  connection.exec('CREATE TABLE filling (number INTEGER PRIMARY KEY, text BLOB) STRICT')
  fill(1, 400)
})
afterEach(async () => {
  connection.close()
  still.close()
  await rm(folder, { recursive: true, force: true })
})

/** Saves so many rows of a page each, each in a commit of its own. */
function fill(from: number, to: number): void {
  const insert = connection.prepare('INSERT INTO filling VALUES (?, randomblob(4000))')
  for (let number = from; number <= to; number += 1) insert.run(number)
}

const rowsOf = (tables: Connection) => tables.prepare('SELECT count(*) FROM filling').pluck().get()

/** Reads the file to its end, and does some work after each piece. */
async function readAll(work: () => void = () => undefined): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of still.read()) {
    pieces.push(piece)
    work()
  }
  return Buffer.concat(pieces)
}

describe('the file of an open store', () => {
  it('is read as it was, though more is saved meanwhile than SQLite leaves in its log', async () => {
    let next = 401
    const copy = await readAll(() => {
      fill(next, next + 599)
      next += 600
    })
    expect(next).toBeGreaterThan(1400)
    await writeFile(join(folder, 'copy.db'), copy)
    const opened = openEncrypted(join(folder, 'copy.db'), key, 'open')
    expect([tableProblems(opened, 'full'), rowsOf(opened)]).toEqual([[], 400])
    opened.close()
    expect([tableProblems(connection, 'full'), rowsOf(connection)]).toEqual([[], next - 1])
    await still.settle()
    expect((await stat(`${file}-wal`)).size).toBe(0)
    expect((await readFile(file)).length).toBeGreaterThan(next * 4000)
  })

  it('is read by one at a time, also after one that gave up', async () => {
    const order: string[] = []
    const read = async (name: string, stopped: AbortSignal | undefined) => {
      for await (const piece of still.read(stopped === undefined ? {} : { signal: stopped }))
        order.push(name.repeat(Math.sign(piece.length)))
    }
    const reading = Promise.allSettled([
      read('a', undefined),
      read('b', AbortSignal.abort(new Error('stop'))),
      read('c', undefined),
    ])
    expect((await reading).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(order.join('')).toMatch(/^(a+)c+$/)
  })

  it('is not taken for a copy where the store was closed before its end', async () => {
    await expect(readAll(() => connection.close())).rejects.toMatchObject({ code: 'store.locked' })
    const closing = copyVerified(
      { connection: (connection = openEncrypted(file, key, 'open')), still: (still = new StillFile(connection)), key },
      join(folder, 'copy.db'),
      {
        onProgress: () => connection.close(),
      },
    )
    await expect(closing).rejects.toMatchObject({ code: 'store.locked' })
    expect(existsSync(join(folder, 'copy.db')) || existsSync(join(folder, 'copy.db.part'))).toBe(false)
  })

  it('is checked on a copy, of which nothing is left, and says what a damaged page does', async () => {
    expect(await checkOnCopy({ connection, still, key }, { depth: 'full' })).toEqual([])
    expect(existsSync(`${file}.checked`)).toBe(false)
    await still.settle()
    const damaged = await open(file, 'r+')
    await damaged.write(Buffer.alloc(16, 1), 0, 16, 4096 * 100 + 200)
    await damaged.close()
    expect(await checkOnCopy({ connection, still, key }, { depth: 'quick' })).toHaveLength(1)
    await writeFile(join(folder, 'plain'), 'SQLite format 3\0 and more')
    expect(checkTables(join(folder, 'plain'), key, 'quick').problems).toEqual([
      expect.stringContaining('not encrypted'),
    ])
  })

  it('loses the copy of a check that was cut off, when it is opened the next time', async () => {
    connection.close()
    await writeFile(`${file}.checked`, 'half of it')
    const store = await Store.open(folder, key, '2026-10-20T09:00:00.000+00:00')
    expect(existsSync(`${file}.checked`)).toBe(false)
    store.close()
  })

  it('is read around the page where SQLite takes its locks', async () => {
    const large = join(folder, 'large')
    await writeFile(large, '')
    await truncate(large, 0x4000_0000 + 8192)
    const handle = await open(large, 'r+')
    for (const place of [-1, 0, 4095, 4096]) await handle.write('x', 0x4000_0000 + place)
    await handle.close()
    const places: number[] = []
    let read = 0
    const reader = new StillFile(pretending(large))
    for await (const piece of reader.read()) {
      for (let at = piece.indexOf('x'); at >= 0; at = piece.indexOf('x', at + 1)) places.push(read + at - 0x4000_0000)
      read += piece.length
    }
    reader.close()
    expect([read - 0x4000_0000, places]).toEqual([8192, [-1, 4096]])
  })
})

/** A store of a size that no test fills. */
function pretending(name: string): Connection {
  return { name, open: true, pragma: () => [{ busy: 0 }] } as unknown as Connection
}
