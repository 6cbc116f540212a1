/** One measured thing: the median and the 95th percentile of its runs, in milliseconds, and what was done. */
export type Figure = { what: string; runs: number; medianMs: number; p95Ms: number; note: string }

/** @returns the figure of several durations in milliseconds */
export function figureOf(what: string, durations: readonly number[], note = ''): Figure {
  const sorted = durations.toSorted((one, other) => one - other)
  const at = (share: number) =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0) * 10) / 10
  return { what, runs: sorted.length, medianMs: at(0.5), p95Ms: at(0.95), note }
}

/** Runs a thing several times. @returns each run's duration in milliseconds */
export async function timed(runs: number, work: (run: number) => Promise<unknown>): Promise<number[]> {
  const durations: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now()
    await work(run)
    durations.push(performance.now() - start)
  }
  return durations
}
