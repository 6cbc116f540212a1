import type { Decimal } from './rate.ts'

/**
 * Decides P(X ≤ k) ≤ risk for X ~ Poisson(n · rate), that is Σ_{i≤k} mean^i/i! ≤ risk · e^mean.
 * e^mean of a rational mean above 0 is transcendental, so a tie is impossible and enough digits always decide:
 * both sides are enclosed between integers, with twice the digits until the enclosures part.
 * @param rate above 0
 */
export function poissonAtMost(n: number, rate: Decimal, k: number, risk: Decimal): boolean {
  const mean: Ratio = { numerator: rate.numerator * BigInt(n), denominator: rate.denominator }
  for (let bits = 128n; ; bits *= 2n) {
    const { partial, whole } = enclose(mean, k, bits)
    if (partial.high * risk.denominator <= risk.numerator * whole.low) return true
    if (partial.low * risk.denominator > risk.numerator * whole.high) return false
  }
}

type Ratio = { numerator: bigint; denominator: bigint }
type Enclosure = { low: bigint; high: bigint }

/** Σ_{i≤k} mean^i/i! and e^mean, both times 2^bits, each between two integers. */
function enclose(mean: Ratio, k: number, bits: bigint): { partial: Enclosure; whole: Enclosure } {
  const term: Enclosure = { low: 1n << bits, high: 1n << bits }
  const sum: Enclosure = { ...term }
  let partial: Enclosure | undefined = k === 0 ? { ...sum } : undefined
  // Beyond twice the mean every term is at most half the one before: what is left out is below the last term.
  const beyond = (2n * mean.numerator) / mean.denominator
  for (let i = 1n; partial === undefined || i <= beyond + 1n || term.high > 1n; i += 1n) {
    const divisor = mean.denominator * i
    term.low = (term.low * mean.numerator) / divisor
    term.high = (term.high * mean.numerator) / divisor + 1n
    sum.low += term.low
    sum.high += term.high
    if (i === BigInt(k)) partial = { ...sum }
  }
  return { partial, whole: { low: sum.low, high: sum.high + 2n * term.high } }
}
