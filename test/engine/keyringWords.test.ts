import { randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requireStrongPassphrase } from '../../electron/engine/keyring/passphrase.ts'
import { readRecoveryCode, writeRecoveryCode } from '../../electron/engine/keyring/recoveryCode.ts'
import { wordList } from '../../electron/engine/keyring/wordList.ts'
import { generatePassphrase, wordsOf } from '../../electron/engine/keyring/words.ts'

const entropy = fc.uint8Array({ minLength: 16, maxLength: 16 })
const mistyped = expect.objectContaining({ code: 'keyring.mistyped_recovery_code' })

function isAccepted(code: string): boolean {
  try {
    return readRecoveryCode(code).length === 16
  } catch {
    return false
  }
}

describe('a recovery code', () => {
  it('is Crockford’s base 32 of 128 bits with its check character, in groups of four', () => {
    expect(writeRecoveryCode(new Uint8Array(16))).toBe('0000-0000-0000-0000-0000-0000-000')
    // 2^36 is 1 modulo 37, so 2^128 - 1 is 2^20 - 1 and that is 32: the first of the five check signs.
    expect(writeRecoveryCode(new Uint8Array(16).fill(255))).toBe('7ZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZ*')
  })

  it('is read back as it was written, with what people confuse put right', () => {
    fc.assert(
      fc.property(entropy, (bytes) => {
        const code = writeRecoveryCode(bytes)
        const typed = ` ${code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' ')} `
        expect(readRecoveryCode(typed).equals(bytes)).toBe(true)
      }),
    )
  })

  it('with one wrong character, or two neighbours swapped, is never taken for another', () => {
    const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
    fc.assert(
      fc.property(entropy, fc.nat(25), fc.nat(31), (bytes, at, digit) => {
        const code = writeRecoveryCode(bytes).replaceAll('-', '')
        const wrong = code.slice(0, at) + digits.charAt(digit) + code.slice(at + 1)
        const swapped = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2)
        const accepted = [wrong, swapped].filter((other) => other !== code && isAccepted(other))
        expect(accepted).toEqual([])
      }),
    )
  })

  it.each([
    '',
    'hello',
    '0'.repeat(26),
    '0'.repeat(28),
    `${'0'.repeat(26)}!`,
    `Z${'0'.repeat(26)}`,
    '0'.repeat(1_000_000),
  ])('%.30s is none', (typed) => {
    expect(() => readRecoveryCode(typed)).toThrow(mistyped)
  })
})

describe('the words', () => {
  it('are 2,048 plain ones of 4 to 7 letters, told apart by their first four', () => {
    expect(wordList).toHaveLength(2048)
    for (const word of wordList) expect(word).toMatch(/^[a-z]{4,7}$/)
    expect(new Set(wordList.map((word) => word.slice(0, 4))).size).toBe(2048)
    expect(wordList).toEqual(wordList.toSorted())
  })

  it('say 11 bits each, from the first bit on', () => {
    // 00000000000 00000000001 11111111111, and seven bits that are not said.
    const words = wordsOf(Uint8Array.of(0b00000000, 0b00000000, 0b00000111, 0b11111111, 0b10000000), 3)
    expect(words).toEqual([wordList[0], wordList[1], wordList[2047]])
  })

  it('change with any bit that they say', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.nat(87), (bytes, bit) => {
        const other = Uint8Array.from(bytes)
        other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (128 >> (bit & 7))
        expect(wordsOf(other, 8)).not.toEqual(wordsOf(bytes, 8))
      }),
    )
  })

  it('are not asked of too few bytes', () => {
    expect(() => wordsOf(new Uint8Array(10), 8)).toThrow(RangeError)
    expect(() => generatePassphrase(randomBytes, 5)).toThrow(RangeError)
  })

  it('make a passphrase of seven that is accepted as strong', () => {
    const passphrase = generatePassphrase(randomBytes)
    expect(passphrase.split('-').every((word) => wordList.includes(word))).toBe(true)
    expect(passphrase.split('-')).toHaveLength(7)
    expect(() => {
      requireStrongPassphrase(passphrase)
    }).not.toThrow()
  })
})

describe('a new passphrase', () => {
  it.each([
    ['', 'keyring.passphrase_empty'],
    ['x'.repeat(1_000_000), 'keyring.passphrase_too_long'],
    ['å'.repeat(600), 'keyring.passphrase_too_long'],
    ['with a \0 inside it', 'keyring.passphrase_not_text'],
    ['with a line\nbreak in it', 'keyring.passphrase_not_text'],
    ['half a character \ud800', 'keyring.passphrase_not_text'],
    ['hunter2', 'keyring.weak_passphrase'],
    ['elevenchars', 'keyring.weak_passphrase'],
    ['aaaaaaaaaaaaaaaa', 'keyring.weak_passphrase'],
    ['abcdefabcdef', 'keyring.weak_passphrase'],
    ['abcdefghijklmnop', 'keyring.weak_passphrase'],
    ['zyxwvutsrqponm', 'keyring.weak_passphrase'],
    ['QWERTYuiopasdf', 'keyring.weak_passphrase'],
    ['123456789012345', 'keyring.weak_passphrase'],
  ])('%.20j is refused with %s', (passphrase, code) => {
    expect(() => {
      requireStrongPassphrase(passphrase)
    }).toThrow(expect.objectContaining({ code }))
  })

  it.each([
    'a walk in the rain',
    'seven lamps on the harbour wall',
    'Prüfung im Fjord, Ålborg',
    'correct horse battery staple',
    '合言葉は山と川と海と空と星と月',
  ])('%j is accepted', (passphrase) => {
    expect(() => {
      requireStrongPassphrase(passphrase)
    }).not.toThrow()
  })
})
