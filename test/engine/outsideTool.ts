import { join } from 'node:path'
import { openEncrypted, type Connection } from '../../db/sqlite.ts'
import { Store, storeFileName } from '../../db/store.ts'
import { openKeyring } from '../../electron/engine/keyring/keyring.ts'
import { readKeyringFile } from '../../electron/engine/keyring/keyringFile.ts'
import { testPassphrase } from './openTestEngine.ts'

/** Somebody who knows the passphrase and owns a tool that reads the store's cipher: works on the tables behind the program's back. */
export async function withOutsideTool<T>(folder: string, work: (connection: Connection) => T): Promise<T> {
  const connection = openEncrypted(join(folder, storeFileName), await dataKeyOf(folder), 'open')
  try {
    return work(connection)
  } finally {
    connection.close()
  }
}

/** Opens a store without an engine around it. */
export async function openTables(folder: string): Promise<Store> {
  return Store.open(folder, await dataKeyOf(folder), '2026-10-20T09:00:00.000+00:00')
}

async function dataKeyOf(folder: string): Promise<Buffer> {
  const { dataKey } = await openKeyring(await readKeyringFile(folder), { passphrase: testPassphrase })
  return Buffer.from(dataKey)
}
