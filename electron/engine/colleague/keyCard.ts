import { DomainError } from '../../../shared/errors/domainError.ts'
import type { KeyCard } from '../../../shared/contract/colleague.ts'
import { recipientWords } from '../bundle/identities.ts'
import { keyFingerprint, keyWords, readPublicKey, writePublicKey } from '../bundle/sshPublicKey.ts'
import { isRecipient } from './ownIdentity.ts'

const firstLine = '# Public keys of a Tickmark user. Compare the words by voice before you trust them.'
const longestName = 500

/** @returns what is shown of public keys @throws DomainError `bundle.invalid_key` */
export function keyCard(name: string, recipient: string, publicKey: string): KeyCard {
  return {
    name,
    recipient,
    recipientWords: recipientWords(recipient),
    publicKey: writePublicKey(readPublicKey(publicKey)),
    fingerprint: keyFingerprint(publicKey),
    keyWords: keyWords(publicKey),
  }
}

/** @returns the file that a colleague is given: plain lines, which `age -R` and `ssh-keygen` users can copy from */
export function writeKeyCard({
  name,
  recipient,
  recipientWords: words,
  publicKey,
  keyWords: signing,
}: KeyCard): string {
  const plainName = name.replaceAll(/\p{Cc}/gu, ' ')
  return [
    firstLine,
    `name: ${plainName}`,
    `recipient: ${recipient}`,
    `# words: ${words}`,
    `signs-with: ${publicKey}`,
    `# words: ${signing}`,
    '',
  ].join('\n')
}

/**
 * Reads such a file; the words in it are comments, since they are computed and not believed.
 * @throws DomainError `colleague.invalid_card`
 */
export function readKeyCard(text: string): KeyCard {
  const lines = text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'))
  const values = new Map(lines.map((line) => line.split(/: (.*)/s, 2) as [string, string | undefined]))
  const [name, recipient, publicKey] = ['name', 'recipient', 'signs-with'].map((key) => values.get(key)?.trim() ?? '')
  if (lines.length !== 3 || !name || !recipient || !publicKey) refuse('it does not hold a name and two keys')
  if (name.length > longestName) refuse('its name is too long')
  if (!isRecipient(recipient)) refuse('its recipient is mistyped')
  try {
    return keyCard(name, recipient, publicKey)
  } catch (error) {
    if (error instanceof DomainError) return refuse('the key that it signs with is mistyped')
    throw error
  }
}

function refuse(problem: string): never {
  throw new DomainError('colleague.invalid_card', { problem })
}
