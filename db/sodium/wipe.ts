import sodium from 'sodium-native'

/** Overwrites secrets with zeros once they are no longer needed. A copy that the runtime made elsewhere stays. */
export function wipe(...secrets: readonly Uint8Array[]): void {
  for (const secret of secrets) sodium.sodium_memzero(secret)
}
