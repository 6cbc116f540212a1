import type { StoredEntry } from '../../../shared/journal/entry.ts'
import type { JobContext } from '../handler.ts'

/** Hands on slices of entries; between two of them progress is told, other work runs, and a cancelled job ends. */
export async function* inPauses<T extends StoredEntry>(
  slices: Iterable<T[]>,
  total: number,
  { progress, pause }: Pick<JobContext, 'progress' | 'pause'>,
): AsyncGenerator<T[]> {
  let done = 0
  for (const entries of slices) {
    yield entries
    done += entries.length
    progress(done, total, 'entries')
    // One slice after the other is the point.
    await pause()
  }
}
