/**
 * Logarithms of single probabilities, right to about 1e-13 relative where the plain formula with log-factorials would
 * lose six digits. Source: C. Loader, "Fast and Accurate Computation of Binomial Probabilities" (2000), the method of
 * most statistics programs: each factorial is Stirling's formula with its error term, and what remains is a deviance.
 */

const { log, log1p, PI } = Math

/** ln P(X = x), X ~ Binomial(n, p), for 0 < p < 1; `q` is 1 − p, given apart so that it keeps its digits. */
export function lnBinomialTerm(x: number, n: number, p: number, q: number): number {
  if (x === 0) return p < q ? n * log1p(-p) : n * log(q)
  if (x === n) return q < p ? n * log1p(-q) : n * log(p)
  return (
    stirlingError(n) -
    stirlingError(x) -
    stirlingError(n - x) -
    deviance(x, n * p) -
    deviance(n - x, n * q) +
    log(n / (2 * PI * x * (n - x))) / 2
  )
}

/** ln P(X = x), X ~ Poisson(mean), for mean > 0. */
export function lnPoissonTerm(x: number, mean: number): number {
  return x === 0 ? -mean : -stirlingError(x) - deviance(x, mean) - log(2 * PI * x) / 2
}

/** ln P(X = x), X = deviations among n of N items of which K deviate, for 0 < n < N and an x that can occur. */
export function lnHypergeometricTerm(x: number, n: number, N: number, K: number): number {
  const p = n / N
  const q = (N - n) / N
  return lnBinomialTerm(x, K, p, q) + lnBinomialTerm(n - x, N - K, p, q) - lnBinomialTerm(n, N, p, q)
}

/** x·ln(x/mean) + mean − x, without the cancellation that the plain formula suffers near the mean. */
function deviance(x: number, mean: number): number {
  const difference = x - mean
  if (Math.abs(difference) >= 0.1 * (x + mean)) return x * log(x / mean) - difference
  const v = difference / (x + mean)
  let sum = difference * v
  let power = 2 * x * v
  for (let divisor = 3; ; divisor += 2) {
    power *= v * v
    const next = sum + power / divisor
    if (next === sum) return sum
    sum = next
  }
}

/** ln n! − ln(√(2πn)·(n/e)^n): exact from the factorial up to 15, from Stirling's series beyond. */
function stirlingError(n: number): number {
  const small = smallErrors[n]
  if (small !== undefined) return small
  const square = n * n
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / n
}

const smallErrors = Array.from({ length: 16 }, (_, n) => {
  let factorial = 1
  for (let factor = 2; factor <= n; factor += 1) factorial *= factor
  return n === 0 ? 0 : log(factorial) - log(2 * PI * n) / 2 - n * log(n) + n
})
