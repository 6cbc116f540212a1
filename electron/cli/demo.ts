import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { storeFileName } from '../../db/store.ts'
import { readPassphraseFile } from '../engine/bundle/passphraseFile.ts'
import { startHeadless } from './headless.ts'

/** Puts the sample engagement (an invented client) into a store; creates the store if the folder has none. */
export async function makeDemo(folder: string, passphraseFile: string): Promise<unknown> {
  const { call, engine } = startHeadless()
  const passphrase = await readPassphraseFile(passphraseFile)
  if (!existsSync(join(folder, storeFileName))) {
    await call('store.create', { folder, passphrase, name: 'Sample Auditor', initials: 'SA', role: 'preparer' })
  }
  await call('store.open', { folder, passphrase })
  const made = await call('engagement.createSample', {})
  engine.close()
  return made
}
