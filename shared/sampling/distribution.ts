import { lnBinomialTerm, lnHypergeometricTerm, lnPoissonTerm } from './lnTerm.ts'

/** How the number of deviations in a sample is distributed, in floating point. */
export type Distribution = {
  /** The fewest and the most deviations that can occur. */
  lowest: number
  highest: number
  mean: number
  /** ln P(X = x) for lowest ≤ x ≤ highest, where lowest < highest. */
  lnTerm: (x: number) => number
  /** P(X = x − 1) / P(X = x) for lowest < x ≤ highest. */
  fall: (x: number) => number
}

/** Deviations among `n` items, each deviating with probability `p`; `q` is 1 − p with all its digits. */
export function binomial(n: number, p: number, q: number): Distribution {
  return {
    lowest: q === 0 ? n : 0,
    highest: p === 0 ? 0 : n,
    mean: n * p,
    lnTerm: (x) => lnBinomialTerm(x, n, p, q),
    fall: (x) => (x * q) / ((n - x + 1) * p),
  }
}

/** Deviations where they occur singly and rarely, `mean` of them on average. */
export function poisson(mean: number): Distribution {
  return {
    lowest: 0,
    highest: mean === 0 ? 0 : Infinity,
    mean,
    lnTerm: (x) => lnPoissonTerm(x, mean),
    fall: (x) => x / mean,
  }
}

/** Deviations in a sample of `n` from a population of `N` items of which `K` deviate. */
export function hypergeometric(n: number, N: number, K: number): Distribution {
  return {
    lowest: Math.max(0, n - (N - K)),
    highest: Math.min(n, K),
    mean: (n / N) * K,
    lnTerm: (x) => lnHypergeometricTerm(x, n, N, K),
    fall: (x) => (x / (K - x + 1)) * ((N - K - n + x) / (n - x + 1)),
  }
}
