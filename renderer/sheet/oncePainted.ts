/** Milliseconds after which the work is done even while keys keep the window busy. */
const latest = 250

/** @returns a request for the work: however often it was made, the work runs once, when the window has painted and has time */
export function oncePainted(work: () => void): () => void {
  let waits = false
  return () => {
    if (waits) return
    waits = true
    requestIdleCallback(
      () => {
        waits = false
        work()
      },
      { timeout: latest },
    )
  }
}
