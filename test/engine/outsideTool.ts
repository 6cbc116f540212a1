import { join } from 'node:path'
import { openEncrypted, type Connection } from '../../db/sqlite.ts'
import { storeFileName } from '../../db/store.ts'
import { openKeyring } from '../../electron/engine/keyring/keyring.ts'
import { readKeyringFile } from '../../electron/engine/keyring/keyringFile.ts'
import { testPassphrase } from './openTestEngine.ts'

/** Somebody who knows the passphrase and owns a tool that reads the store's cipher: works on the tables behind the program's back. */
export async function withOutsideTool<T>(folder: string, work: (connection: Connection) => T): Promise<T> {
  const { dataKey } = await openKeyring(await readKeyringFile(folder), { passphrase: testPassphrase })
  const key = Buffer.from(dataKey)
  const connection = openEncrypted(join(folder, storeFileName), key, 'open')
  try {
    return work(connection)
  } finally {
    connection.close()
  }
}
