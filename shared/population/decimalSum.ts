/** Adds decimal texts exactly: `0.1` and `0.2` are `0.3`, and cents of a million rows are not lost. */
export class DecimalSum {
  #sum = 0n
  /** Digits behind the point that the sum has. */
  #scale = 0

  /** @param text a plain decimal, see {@link isDecimal} */
  add(text: string): void {
    const [whole = '', part = ''] = text.split('.')
    if (part.length > this.#scale) {
      this.#sum *= 10n ** BigInt(part.length - this.#scale)
      this.#scale = part.length
    }
    this.#sum += BigInt(whole.replace('+', '') + part.padEnd(this.#scale, '0'))
  }

  /** @returns the sum with as many digits behind the point as the longest text had */
  toString(): string {
    const sign = this.#sum < 0n ? '-' : ''
    const digits = String(this.#sum < 0n ? -this.#sum : this.#sum).padStart(this.#scale + 1, '0')
    if (this.#scale === 0) return sign + digits
    return `${sign}${digits.slice(0, -this.#scale)}.${digits.slice(-this.#scale)}`
  }
}
