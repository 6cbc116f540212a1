import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepBeforeMigration } from '../../db/copy.ts'
import { migrate, versionOf } from '../../db/migrate.ts'
import { migrations } from '../../db/migrations/index.ts'
import { type Connection, openEncrypted } from '../../db/sqlite.ts'
import { StillFile } from '../../db/stillFile.ts'
import { Store, storeFileName } from '../../db/store.ts'
import { entities } from '../../shared/model/entities.ts'
import { snakeCase } from '../../db/table.ts'

const key = Buffer.alloc(32, 7)
const at = '2026-10-20T09:00:00.000+00:00'
const next = { number: migrations.length + 1, name: 'next', sql: 'CREATE TABLE next_form (id TEXT PRIMARY KEY) STRICT' }
let folder: string
let connection: Connection

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tickmark-migration-'))
  Store.create(folder, key, { storeId: 'S', deviceId: 'D', createdAt: at }).close()
  connection = openEncrypted(join(folder, storeFileName), key, 'open')
})
afterEach(async () => {
  connection.close()
  await rm(folder, { recursive: true, force: true })
})

const tables = (open: Connection) => open.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all()

describe('bringing a store to a newer form', () => {
  it('keeps a copy of the older form that opens with the same key', async () => {
    const before = versionOf(connection)
    await keepBeforeMigration({ connection, still: new StillFile(connection), key }, { folder, at })
    migrate(connection, [...migrations, next])
    const [name = ''] = await readdir(join(folder, 'backups'))
    const copy = openEncrypted(join(folder, 'backups', name), key, 'open')
    expect(tables(copy)).not.toContain('next_form')
    expect(copy.pragma('user_version', { simple: true })).toBe(before)
    copy.close()
    expect(tables(connection)).toContain('next_form')
  })

  it('changes nothing when a step fails in the middle', () => {
    const before = versionOf(connection)
    const broken = { ...next, sql: `${next.sql}; INSERT INTO nowhere VALUES (1)` }
    expect(() => migrate(connection, [...migrations, broken])).toThrow('nowhere')
    expect([versionOf(connection), tables(connection).includes('next_form')]).toEqual([before, false])
  })

  it('ends in tables that hold every field of the model', () => {
    const missing = Object.entries(entities).flatMap(([entity, fields]) => {
      const columns = connection.pragma(`table_info(${snakeCase(entity)})`) as { name: string }[]
      const names = new Set(columns.map(({ name }) => name))
      return ['id', 'engagementId', 'deleted', ...Object.keys(fields)].filter((field) => !names.has(snakeCase(field)))
    })
    expect(missing).toEqual([])
  })
})
