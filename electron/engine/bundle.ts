import type { bundleContract } from '../../shared/contract/bundle.ts'
import { generatePassphrase } from './keyring/words.ts'
import type { Handlers } from './handler.ts'
import { exportBundle } from './bundle/exportBundle.ts'
import { inspectBundle } from './bundle/inspectBundle.ts'
import { planBundle } from './bundle/planBundle.ts'
import { randomBytes } from 'node:crypto'

/** Seven words of 11 bits each: 77 bits, beyond guessing through scrypt. */
const passphraseWords = 7

export const bundle: Handlers<typeof bundleContract> = {
  'bundle.suggestPassphrase': () => ({ passphrase: generatePassphrase(randomBytes, passphraseWords) }),
  'bundle.plan': (params, context) => planBundle(params, context),
  'bundle.export': (params, context) => exportBundle(params, context),
  'bundle.inspect': (params, context) => inspectBundle(params, context),
}
