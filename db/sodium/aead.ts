import sodium from 'sodium-native'

/** Bytes that authentication adds to a sealed text. */
export const tagBytes = 16

/**
 * Authenticated encryption by libsodium: Electron's TLS library has no ChaCha20-Poly1305.
 * A pair of key and nonce must never seal two texts.
 */
export type Aead = {
  readonly keyBytes: number
  readonly nonceBytes: number
  /** Writes `plain` sealed into `sealed`, which is {@link tagBytes} longer. `bound` is authenticated, not kept. */
  seal(sealed: Uint8Array, plain: Uint8Array, bound: Uint8Array | null, nonce: Uint8Array, key: Uint8Array): void
  /** Writes the opened text into `plain`. @returns false where key, nonce, bound text or a bit of `sealed` differ */
  open(plain: Uint8Array, sealed: Uint8Array, bound: Uint8Array | null, nonce: Uint8Array, key: Uint8Array): boolean
}

/** ChaCha20-Poly1305 of RFC 8439: nonce of 12 bytes, to be counted. */
export const chacha20Poly1305: Aead = {
  keyBytes: 32,
  nonceBytes: 12,
  seal(sealed, plain, bound, nonce, key) {
    sodium.crypto_aead_chacha20poly1305_ietf_encrypt(sealed, plain, bound, null, nonce, key)
  },
  open(plain, sealed, bound, nonce, key) {
    return opens(() => sodium.crypto_aead_chacha20poly1305_ietf_decrypt(plain, null, sealed, bound, nonce, key))
  },
}

/** XChaCha20-Poly1305: nonce of 24 bytes, which may be drawn at random. */
export const xchacha20Poly1305: Aead = {
  keyBytes: 32,
  nonceBytes: 24,
  seal(sealed, plain, bound, nonce, key) {
    sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(sealed, plain, bound, null, nonce, key)
  },
  open(plain, sealed, bound, nonce, key) {
    return opens(() => sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(plain, null, sealed, bound, nonce, key))
  },
}

const refusal = 'could not verify data'

/** libsodium's binding says "not authentic" by an exception; any other exception is a mistake of the caller. */
function opens(attempt: () => number): boolean {
  try {
    attempt()
    return true
  } catch (error) {
    if (error instanceof Error && error.message === refusal) return false
    throw error
  }
}
