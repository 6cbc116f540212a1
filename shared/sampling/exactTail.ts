import type { Decimal } from './rate.ts'

/**
 * Decides P(X ≤ k) ≤ risk for X ~ Binomial(n, rate) with integers, so that a tie is a tie.
 * @param k below n
 */
export function binomialAtMost(n: number, rate: Decimal, k: number, risk: Decimal): boolean {
  const { numerator: deviating, denominator: all } = rate
  const sound = all - deviating
  // Σ C(n,i)·deviating^i·sound^(k−i) by Horner's rule; the common factor sound^(n−k) comes last.
  let term = 1n
  let sum = 1n
  for (let i = 1; i <= k; i += 1) {
    term = (term * BigInt(n - i + 1) * deviating) / BigInt(i)
    sum = sum * sound + term
  }
  return sum * sound ** BigInt(n - k) * risk.denominator <= risk.numerator * all ** BigInt(n)
}

/**
 * Decides P(X ≤ k) ≤ risk for X = deviations in `n` of `N` items of which `K` deviate, with integers.
 * @param k from the fewest deviations that can occur to below the most
 */
export function hypergeometricAtMost(n: number, N: number, K: number, k: number, risk: Decimal): boolean {
  // The sample and the deviating items may change places; the one nearer to none or all has the smaller numbers.
  const [drawn, marked] = Math.min(K, N - K) < Math.min(n, N - n) ? [K, n] : [n, K]
  const lowest = Math.max(0, drawn + marked - N)
  let term = choose(marked, lowest) * choose(N - marked, drawn - lowest)
  let sum = term
  for (let i = lowest; i < k; i += 1) {
    term = (term * BigInt(marked - i) * BigInt(drawn - i)) / (BigInt(i + 1) * BigInt(N - marked - drawn + i + 1))
    sum += term
  }
  return sum * risk.denominator <= risk.numerator * choose(N, drawn)
}

/** Number of ways to choose `part` of `whole` items. */
function choose(whole: number, part: number): bigint {
  const fewer = Math.min(part, whole - part)
  return product(whole - fewer + 1, whole) / product(1, fewer)
}

/** from · (from + 1) · … · to, halved again and again so that the factors of each product are of like length. */
function product(from: number, to: number): bigint {
  if (from > to) return 1n
  if (to - from < 8) {
    let result = BigInt(from)
    for (let factor = from + 1; factor <= to; factor += 1) result *= BigInt(factor)
    return result
  }
  const middle = Math.floor((from + to) / 2)
  return product(from, middle) * product(middle + 1, to)
}
