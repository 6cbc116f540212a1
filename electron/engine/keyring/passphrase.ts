import { DomainError } from '../../../shared/errors/domainError.ts'

const longestBytes = 1024
const fewestCharacters = 12
const fewestDifferent = 6

/**
 * A passphrase as it is given to the key derivation: the same characters typed on another keyboard or system give the same bytes.
 * @returns UTF-8 of the NFKC form, to be wiped by the caller
 * @throws DomainError `keyring.passphrase_empty`, `keyring.passphrase_too_long`, `keyring.passphrase_not_text`
 */
export function passphraseBytes(passphrase: string): Buffer {
  if (passphrase.length === 0) throw new DomainError('keyring.passphrase_empty')
  if (passphrase.length > longestBytes) throw new DomainError('keyring.passphrase_too_long', { limit: longestBytes })
  if (!passphrase.isWellFormed() || /\p{Cc}/u.test(passphrase)) throw new DomainError('keyring.passphrase_not_text')
  const bytes = Buffer.from(passphrase.normalize('NFKC'), 'utf8')
  if (bytes.length > longestBytes) throw new DomainError('keyring.passphrase_too_long', { limit: longestBytes })
  return bytes
}

/**
 * Refuses a new passphrase that a guesser would try early. Passphrases that already protect something are not asked this.
 * @throws DomainError `keyring.weak_passphrase`, and those of {@link passphraseBytes}
 */
export function requireStrongPassphrase(passphrase: string): void {
  passphraseBytes(passphrase).fill(0)
  const characters = Array.from(passphrase.normalize('NFKC').toLowerCase())
  const problem = weakness(characters)
  if (problem !== null) throw new DomainError('keyring.weak_passphrase', { problem })
}

function weakness(characters: readonly string[]): string | null {
  if (characters.length < fewestCharacters)
    return `use at least ${fewestCharacters} characters, better a sentence of several words`
  if (new Set(characters).size < fewestDifferent) return 'it repeats the same few characters'
  if (isRepetition(characters)) return 'it repeats one piece'
  if (isRun(characters)) return 'it is a run of neighbouring characters'
  if (characters.every((character) => /\p{Nd}/u.test(character))) return 'it holds digits only'
  return null
}

function isRepetition(characters: readonly string[]): boolean {
  const text = characters.join('')
  return (text + text).indexOf(text, 1) < text.length
}

const keyboardRuns = [
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  '1234567890',
]

function isRun(characters: readonly string[]): boolean {
  const text = characters.join('')
  if (keyboardRuns.some((run) => run.startsWith(text))) return true
  const codes = characters.map((character) => character.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, i) => code - (codes[i] ?? 0))
  return steps.every((step) => step === steps[0] && Math.abs(step) <= 1)
}
