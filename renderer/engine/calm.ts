/** Milliseconds: `quiet` without another request, and `latest` since the first. */
export type CalmTimes = { quiet: number; latest: number }

/** @returns a request for the work: it runs once nobody asked for `quiet` milliseconds, and at the latest `latest` after the first */
export function calm(work: () => void, { quiet, latest }: CalmTimes): () => void {
  let first: number | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  return () => {
    const now = performance.now()
    first ??= now
    clearTimeout(timer)
    timer = setTimeout(
      () => {
        first = null
        work()
      },
      Math.max(0, Math.min(quiet, first + latest - now)),
    )
  }
}
