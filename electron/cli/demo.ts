import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { storeFileName } from '../../db/store.ts'
import engagementFile from '../../resources/demo/engagement.json' with { type: 'json' }
import { readPassphraseFile } from '../engine/bundle/passphraseFile.ts'
import { type Call, demoFile } from './demoFile.ts'
import { demoPopulations } from './demoPopulations.ts'
import { demoTest } from './demoTest.ts'
import { type Headless, startHeadless } from './headless.ts'

/**
 * Puts the sample engagement (an invented client) into a store, through the public methods only; creates the store if the
 * folder has none.
 */
export async function makeDemo(folder: string, passphraseFile: string): Promise<{ engagementId: string }> {
  const headless = startHeadless()
  const call: Call = (method, params) => headless.engine.dispatcher.callTyped(method, params, (ref) => resolve(ref))
  await enter(headless, call, folder, await readPassphraseFile(passphraseFile))
  const { client, period } = engagementFile
  const { engagementId } = await call('engagement.create', {
    client,
    reportType: 'type2',
    period,
    categories: ['security', 'availability', 'confidentiality', 'processing_integrity', 'privacy'],
  })
  await call('control.import', { engagementId, file: demoFile('controls.csv') })
  const populations = await demoPopulations(call, engagementId)
  await demoTest(call, engagementId, populations)
  headless.engine.close()
  return { engagementId }
}

async function enter(headless: Headless, call: Call, folder: string, passphrase: string): Promise<void> {
  if (!existsSync(join(folder, storeFileName))) {
    await call('store.create', {
      folder,
      passphrase,
      name: 'Sample Auditor',
      initials: 'SA',
      role: 'preparer',
    })
  }
  await headless.call('store.open', { folder, passphrase })
}
