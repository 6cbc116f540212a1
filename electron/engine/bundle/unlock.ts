import type { CheckedParamsOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { ownIdentity } from '../colleague/ownIdentity.ts'
import type { JobContext } from '../handler.ts'
import { readSmallFile } from '../smallFile.ts'
import type { Unlock } from './ageHeader.ts'
import { readIdentities } from './identities.ts'
import { readPassphraseFile } from './passphraseFile.ts'

type Given = Pick<CheckedParamsOf<'bundle.inspect'>, 'passphrase' | 'passphraseFile' | 'identityFile'>

const longestIdentityFile = 64 * 1024

/**
 * What a bundle is opened with: what was given, or the keys of the open store.
 * @throws DomainError `bundle.unlock_required`, `bundle.invalid_identity`, `file.unreadable`, `file.too_large`
 */
export async function unlockOf(
  { passphrase, passphraseFile, identityFile }: Given,
  context: JobContext,
): Promise<Unlock> {
  const { resolvePath, session } = context
  if (passphrase !== undefined) return { passphrase }
  if (passphraseFile !== undefined) return { passphrase: await readPassphraseFile(resolvePath(passphraseFile)) }
  if (identityFile !== undefined) {
    return { identities: await readIdentities(await readSmallFile(resolvePath(identityFile), longestIdentityFile)) }
  }
  if (!session.isOpen) throw new DomainError('bundle.unlock_required')
  return { identities: [ownIdentity(session.open.signingKey).identity] }
}
