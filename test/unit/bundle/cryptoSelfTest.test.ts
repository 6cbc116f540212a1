import sodium from 'sodium-native'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { cryptoSelfTest } from '../../../electron/engine/bundle/cryptoSelfTest.ts'

describe('the self-test of the cryptography', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  it('passes on a sound computer', () => {
    expect(() => {
      cryptoSelfTest()
    }).not.toThrow()
  })

  it('refuses a library that accepts whatever it is given, and names the algorithm', () => {
    vi.spyOn(sodium, 'crypto_sign_verify_detached').mockReturnValue(true)
    expect(() => {
      cryptoSelfTest()
    }).toThrow(expect.objectContaining({ code: 'crypto.self_test_failed', details: { algorithm: 'Ed25519' } }))
  })

  it('refuses a library that fails', () => {
    vi.spyOn(sodium, 'crypto_aead_chacha20poly1305_ietf_encrypt').mockImplementation(() => {
      throw new Error('no such instruction')
    })
    expect(() => {
      cryptoSelfTest()
    }).toThrow(expect.objectContaining({ details: { algorithm: 'ChaCha20-Poly1305' } }))
  })
})
