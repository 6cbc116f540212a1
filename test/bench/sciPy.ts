import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What SciPy answered, and how long each run over all questions took, start of Python not included. */
export type SciPyAnswer = { version: string; values: number[]; durations: number[] }

/**
 * Asks SciPy the same questions about samples, several times; Debian has it as `python3-scipy`.
 * @param questions parameters of `sampling.upperLimit`, or of `sampling.size`
 * @returns its answers; `null` where it is not installed
 */
export async function askSciPy(
  kind: 'upperLimit' | 'size',
  questions: readonly object[],
  runs: number,
): Promise<SciPyAnswer | null> {
  const hasSciPy = await run('python3', ['-c', 'import scipy']).then(
    () => true,
    () => false,
  )
  if (!hasSciPy) return null
  const { stdout } = await run('python3', ['-c', program, kind, String(runs), JSON.stringify(questions)])
  return JSON.parse(stdout) as SciPyAnswer
}

/** The formulas of SAMPLING as a statistician writes them with SciPy: quantiles of beta and gamma, and a search where there is none. */
const program = `
import json, sys, time
from fractions import Fraction
import scipy
from scipy.stats import beta, binom, gamma, hypergeom, poisson

def upper_limit(q):
    c, n, k = q['confidence'], q['sampleSize'], q['deviations']
    if q['model'] == 'binomial': return float(beta.ppf(c, k + 1, n - k))
    if q['model'] == 'poisson': return float(gamma.ppf(c, k + 1) / n)
    N = q['populationSize']
    low, high = k, N - n + k + 1
    while high - low > 1:
        middle = (low + high) // 2
        if hypergeom.cdf(k, N, middle, n) > 1 - c: low = middle
        else: high = middle
    return low / N

def size(q):
    c, T, E = q['confidence'], Fraction(str(q['tolerableRate'])), Fraction(str(q['expectedRate']))
    for n in range(1, 5001):
        k = -(-n * E // 1)
        if q['model'] == 'binomial': p = binom.cdf(k, n, float(T))
        elif q['model'] == 'poisson': p = poisson.cdf(k, float(n * T))
        else: p = hypergeom.cdf(k, q['populationSize'], -(-q['populationSize'] * T // 1), n)
        if p <= 1 - c: return n

kind, runs, questions = sys.argv[1], int(sys.argv[2]), json.loads(sys.argv[3])
answer = {'upperLimit': upper_limit, 'size': size}[kind]
durations = []
for _ in range(runs):
    start = time.perf_counter()
    values = [answer(q) for q in questions]
    durations.append((time.perf_counter() - start) * 1000)
print(json.dumps({'version': scipy.__version__, 'values': values, 'durations': durations}))
`
