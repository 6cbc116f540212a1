import { wordList } from './wordList.ts'

const bitsPerWord = 11

/**
 * Bytes as words, to be compared by voice or on paper: 11 bits a word, from the first bit on.
 * @param count how many words; `bytes` must hold at least 11 × `count` bits
 */
export function wordsOf(bytes: Uint8Array, count: number): string[] {
  if (count * bitsPerWord > bytes.length * 8) throw new RangeError(`${bytes.length} bytes do not fill ${count} words`)
  const words: string[] = []
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    bits = (bits << 8) | byte
    held += 8
    if (held < bitsPerWord) continue
    held -= bitsPerWord
    words.push(wordList[bits >>> held] ?? '')
    bits &= (1 << held) - 1
    if (words.length === count) break
  }
  return words
}

/**
 * A passphrase drawn at random: 11 bits a word, so seven words are 77 bits.
 * @param count six words or more
 * @returns for example `cable-tulip-...`, to be typed as it stands
 */
export function generatePassphrase(random: (size: number) => Uint8Array, count = 7): string {
  if (count < 6) throw new RangeError('A generated passphrase has six words or more')
  const bytes = random(Math.ceil((count * bitsPerWord) / 8))
  const passphrase = wordsOf(bytes, count).join('-')
  bytes.fill(0)
  return passphrase
}

const places = new Map(wordList.map((word, place) => [word, place]))

/**
 * The other way round from {@link wordsOf}: the bytes that begin like this.
 * @param words eight, which are 88 bits and so whole bytes
 * @returns them in hex, or the first word that is not in the list
 */
export function hexPrefixOf(words: readonly string[]): string | { unknown: string } {
  let bits = 0n
  for (const word of words) {
    const place = places.get(word)
    if (place === undefined) return { unknown: word }
    bits = (bits << BigInt(bitsPerWord)) | BigInt(place)
  }
  return bits.toString(16).padStart((words.length * bitsPerWord) / 4, '0')
}
