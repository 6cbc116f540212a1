/** SSH's binary form (RFC 4251, section 5): a string is its length as 32-bit big-endian number, then its bytes. */
export function sshString(value: Uint8Array | string): Buffer {
  const bytes = typeof value === 'string' ? Buffer.from(value, 'utf8') : value
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

export const ed25519Name = 'ssh-ed25519'

/** Bytes that stand before the 32 bytes of an Ed25519 key, and before the 64 bytes of a signature. */
export const keyPrefix = Buffer.concat([sshString(ed25519Name), Buffer.from([0, 0, 0, 32])])
export const signaturePrefix = Buffer.concat([sshString(ed25519Name), Buffer.from([0, 0, 0, 64])])
