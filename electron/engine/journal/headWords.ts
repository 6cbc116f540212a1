import { wordsOf } from '../keyring/words.ts'

/** @returns a head's hash as eight words (88 bits) to write into the file memo: whoever holds them can prove a later rewrite */
export function headWords(hash: string): string {
  return wordsOf(Buffer.from(hash, 'hex'), 8).join(' ')
}
