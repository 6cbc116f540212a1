const digits = 20

/**
 * A seed of 20 decimal digits. Of the 256 values of a byte 250 are used, so that every digit is as likely as any other.
 * @param random so many bytes of the operating system's random source
 */
export function newSeed(random: (bytes: number) => Uint8Array): string {
  let seed = ''
  while (seed.length < digits) {
    seed += [...random(digits)]
      .filter((byte) => byte < 250)
      .map((byte) => String(byte % 10))
      .join('')
  }
  return seed.slice(0, digits)
}
