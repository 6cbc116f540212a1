import path from 'node:path'
import { DomainError } from '../../shared/errors/domainError.ts'

/** First bytes of every evidence file: what it is, and the version of its form. A sealed stream follows. */
export const blobHeader = Buffer.from('tickmark-blob/1\n', 'latin1')

export const partEnding = '.part'

/** A file of the store, as its row keeps it. */
export type StoredBlob = {
  /** SHA-256 of the plain bytes, lower-case hex. */
  sha256: string
  /** Length of the plain bytes. */
  size: number
  /** 32 random bytes, used for this file alone. */
  key: Uint8Array
  /**
   * File name in the folder: 128 random bits in hex. Random, so that nobody who holds the disk and a file of the client can
   * learn whether that file is in the store; equal files are recognised by their hash in the encrypted tables instead.
   */
  storedName: string
}

const storedNameForm = /^[0-9a-f]{32}$/

export function isStoredName(name: string): boolean {
  return storedNameForm.test(name)
}

/** @throws DomainError `blob.missing` where the name has not the form of one: it never becomes a path then */
export function blobPath(folder: string, storedName: string): string {
  if (!isStoredName(storedName)) throw new DomainError('blob.missing', { storedName })
  return path.join(folder, storedName)
}
