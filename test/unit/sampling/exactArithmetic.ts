/** Probabilities as fractions of integers, straight from their definitions: the measure for the fast methods. */
export type Fraction = { numerator: bigint; denominator: bigint }

export function choose(whole: number, part: number): bigint {
  if (part < 0 || part > whole) return 0n
  let ways = 1n
  for (let i = 1; i <= part; i += 1) ways = (ways * BigInt(whole - part + i)) / BigInt(i)
  return ways
}

/** P(X ≤ k) for `n` of `N` items of which `K` deviate. */
export function hypergeometricTail(n: number, N: number, K: number, k: number): Fraction {
  let numerator = 0n
  for (let x = 0; x <= k; x += 1) numerator += choose(K, x) * choose(N - K, n - x)
  return { numerator, denominator: choose(N, n) }
}

/** P(X ≤ k) for `n` items that each deviate at a rate of `parts` in `of`. */
export function binomialTail(n: number, parts: number, of: number, k: number): Fraction {
  let numerator = 0n
  for (let x = 0; x <= Math.min(k, n); x += 1) {
    numerator += choose(n, x) * BigInt(parts) ** BigInt(x) * BigInt(of - parts) ** BigInt(n - x)
  }
  return { numerator, denominator: BigInt(of) ** BigInt(n) }
}

export const isAtMost = (a: Fraction, parts: number, of: number) =>
  a.numerator * BigInt(of) <= BigInt(parts) * a.denominator

export const toNumber = ({ numerator, denominator }: Fraction) => Number((numerator * 10n ** 30n) / denominator) / 1e30
