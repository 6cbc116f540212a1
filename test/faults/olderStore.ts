import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { migrations } from '../../db/migrations/index.ts'
import { applicationId, type Connection, openEncrypted } from '../../db/sqlite.ts'
import { storeFileName } from '../../db/store.ts'
import { openKeyring } from '../../electron/engine/keyring/keyring.ts'
import { keyringName, readKeyringFile } from '../../electron/engine/keyring/keyringFile.ts'
import { testPassphrase } from '../engine/openTestEngine.ts'

type Row = Record<string, string | number | Buffer | null>

/** Writes a store as an earlier program would have left it: its tables in an older form, with every row that these can hold. */
export async function writeOlderStore(store: string, older: string, form: number): Promise<void> {
  const { dataKey } = await openKeyring(await readKeyringFile(store), { passphrase: testPassphrase })
  await mkdir(join(older, 'evidence'), { recursive: true })
  await copyFile(join(store, keyringName), join(older, keyringName))
  const [now, before] = [
    openEncrypted(join(store, storeFileName), Buffer.from(dataKey), 'open'),
    openEncrypted(join(older, storeFileName), Buffer.from(dataKey), 'create'),
  ]
  before.pragma('foreign_keys=OFF')
  for (const { sql } of migrations.slice(0, form)) before.exec(sql)
  before.pragma(`application_id=${applicationId}`)
  before.pragma(`user_version=${form}`)
  before.transaction(() => {
    for (const table of tablesOf(before)) copyRows(now, before, table)
  })()
  now.close()
  before.close()
}

function tablesOf(connection: Connection): string[] {
  const sql = `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`
  return connection.prepare<[], string>(sql).pluck().all()
}

function copyRows(from: Connection, to: Connection, table: string): void {
  const columns = to.prepare<[], string>(`SELECT name FROM pragma_table_info('${table}')`).pluck().all()
  for (const row of from.prepare<[], Row>(`SELECT * FROM "${table}"`).all()) {
    const known = columns.filter((column) => column in row)
    const places = known.map(() => '?').join(', ')
    to.prepare(`INSERT INTO "${table}" ("${known.join('", "')}") VALUES (${places})`).run(
      ...known.map((column) => row[column] ?? null),
    )
  }
}
