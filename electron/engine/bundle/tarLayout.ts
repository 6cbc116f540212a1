/**
 * The tar of a bundle: plain ustar (POSIX.1-1988), regular files only, every field fixed by path, size and time of the bundle.
 * One content has one encoding, so a reader compares headers instead of interpreting them: long names, links, sparse files and
 * whatever two programs could read differently cannot occur.
 */
export const blockBytes = 512

/** Two blocks of zeros end an archive. */
export const endOfArchive = Buffer.alloc(2 * blockBytes)

/** The most that the size field of ustar holds: 8 GiB less one byte. */
export const largestTarFile = 8 ** 11 - 1

export type TarEntry = { path: string; size: number }

/** @param modified seconds since 1970 @returns the 512 bytes that stand before a file */
export function tarHeader({ path, size }: TarEntry, modified: number): Buffer {
  const header = Buffer.alloc(blockBytes)
  header.write(path, 0, 100, 'latin1')
  header.write('0000600\0', 100, 'latin1')
  header.write('0000000\0', 108, 'latin1')
  header.write('0000000\0', 116, 'latin1')
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124, 'latin1')
  header.write(`${modified.toString(8).padStart(11, '0')}\0`, 136, 'latin1')
  header.write('        0', 148, 'latin1')
  header.write('ustar\x0000', 257, 'latin1')
  header.write('0000000\0', 329, 'latin1')
  header.write('0000000\0', 337, 'latin1')
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return header
}

/** @returns bytes of zeros that fill a file up to whole blocks */
export function paddingOf(size: number): number {
  return (blockBytes - (size % blockBytes)) % blockBytes
}

/** @returns length of a whole archive */
export function tarSize(entries: readonly { size: number }[]): number {
  return entries.reduce((total, { size }) => total + blockBytes + size + paddingOf(size), endOfArchive.length)
}

/** Seconds since 1970 of the bundle's instant, for every header. */
export function tarTime(created: string): number {
  return Math.floor(Date.parse(created) / 1000)
}

/** What a header claims to be, to say what was refused. Nothing else is ever done with it. */
export type ClaimedEntry = { path: string; type: string; size: number; modified: number }

/** @returns `null` for a block of zeros, which ends an archive */
export function claimsOf(header: Buffer): ClaimedEntry | null {
  if (header.every((byte) => byte === 0)) return null
  const field = (start: number, length: number) => header.toString('utf8', start, start + length).replace(/\0.*$/s, '')
  const prefix = field(345, 155)
  return {
    path: prefix === '' ? field(0, 100) : `${prefix}/${field(0, 100)}`,
    type: header.toString('latin1', 156, 157),
    size: Number.parseInt(field(124, 12), 8),
    modified: Number.parseInt(field(136, 12), 8),
  }
}
