import { DomainError } from '../../../shared/errors/domainError.ts'

/** Crockford's base 32: no I, L, O, U, which are misread; the five more signs occur only as check character. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const checkDigits = `${digits}*~$=U`
const entropyBytes = 16
const dataCharacters = 26
const groupLength = 4

/**
 * Writes 128 random bits for printing: 26 characters of Crockford's base 32 and a check character (value modulo 37), which
 * notices every single wrong character and every swap of two neighbours.
 * @returns for example `0123-4567-89AB-CDEF-GHJK-MNPQ-RS*`
 */
export function writeRecoveryCode(entropy: Uint8Array): string {
  if (entropy.length !== entropyBytes) throw new RangeError(`A recovery code holds ${entropyBytes} bytes`)
  const value = BigInt(`0x${Buffer.from(entropy).toString('hex')}`)
  let data = ''
  for (let i = 0; i < dataCharacters; i += 1) data = digits.charAt(Number((value >> BigInt(5 * i)) & 31n)) + data
  const code = data + checkDigits.charAt(Number(value % 37n))
  return (code.match(new RegExp(`.{1,${groupLength}}`, 'g')) ?? []).join('-')
}

/**
 * Reads a typed code; case, spaces and hyphens do not matter, O is 0, I and L are 1.
 * @returns the 16 bytes, to be wiped by the caller
 * @throws DomainError `keyring.mistyped_recovery_code`
 */
export function readRecoveryCode(typed: string): Buffer {
  const code = typed.slice(0, 200).toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  if (code.length !== dataCharacters + 1) mistyped(`it has ${code.length} characters instead of ${dataCharacters + 1}`)
  let value = 0n
  for (const character of code.slice(0, dataCharacters)) {
    const digit = digits.indexOf(character)
    if (digit === -1) mistyped('it holds a character that never occurs')
    value = value * 32n + BigInt(digit)
  }
  if (value >> 128n !== 0n || checkDigits.indexOf(code.charAt(dataCharacters)) !== Number(value % 37n)) {
    mistyped('a character is wrong or two are swapped')
  }
  return Buffer.from(value.toString(16).padStart(entropyBytes * 2, '0'), 'hex')
}

function mistyped(problem: string): never {
  throw new DomainError('keyring.mistyped_recovery_code', { problem })
}
