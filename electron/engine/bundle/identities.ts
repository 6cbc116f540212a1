import { createHash } from 'node:crypto'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { wordsOf } from '../keyring/words.ts'

/** A new key to receive bundles with: the identity is secret, the recipient is given to colleagues. */
export async function newIdentity(): Promise<{ identity: string; recipient: string }> {
  const identity = await generateX25519Identity()
  return { identity, recipient: await identityToRecipient(identity) }
}

/**
 * Reads an identity file as `age-keygen` writes it: one `AGE-SECRET-KEY-1…` a line, comments behind `#`.
 * @throws DomainError `bundle.invalid_identity`
 */
export async function readIdentities(text: string): Promise<string[]> {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  if (lines.length === 0) throw new DomainError('bundle.invalid_identity', { problem: 'the file holds no key' })
  await Promise.all(lines.map(async (line) => recipientOf(line)))
  return lines
}

/** @returns the recipient (`age1…`) of an identity @throws DomainError `bundle.invalid_identity` */
export async function recipientOf(identity: string): Promise<string> {
  try {
    if (!identity.startsWith('AGE-SECRET-KEY-1')) throw new TypeError('not an X25519 identity')
    return await identityToRecipient(identity)
  } catch {
    // The line may be a secret: it is not repeated in the message.
    throw new DomainError('bundle.invalid_identity', { problem: 'a line is not an AGE-SECRET-KEY-1…, or is mistyped' })
  }
}

/** A recipient as eight words (88 bits of its SHA-256), to be compared by voice. */
export function recipientWords(recipient: string): string {
  return wordsOf(createHash('sha256').update(recipient, 'utf8').digest(), 8).join(' ')
}
