import type { Store } from '../../../db/store.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { TextProblem } from '../../../shared/search/textProblem.ts'
import type { JobContext } from '../handler.ts'
import { TextReader } from './textReader.ts'

/** Bytes above which a file is found by its name alone. */
const largestFile = 32 * 1024 * 1024

/** Documents below which nobody is told of the work: it is done before they could read it. */
const untold = 500

/**
 * Brings the index to what the tables say, and reads the text of files that it has not seen. What was done stays when the work
 * is stopped, and the next time goes on from there.
 */
export async function updateSearch(
  { rebuild }: CheckedParamsOf<'search.update'>,
  context: JobContext,
): Promise<ResultOf<'search.update'>> {
  const { store } = context
  if (rebuild) store.transaction(() => store.search.rebuild('readAnew'))
  const before = await writeWaiting(context)
  const filesRead = await readFiles(context)
  return { documents: before + (await writeWaiting(context)), filesRead }
}

/** Writes all documents that wait, slice by slice. @returns how many */
export async function writeWaiting({ store, pause, progress }: JobContext): Promise<number> {
  let done = 0
  let total = 0
  while (store.search.isBehind) {
    // More may come to wait while entries of the journal are followed.
    if (done >= total) total = done + store.search.waiting
    if (total > untold) progress(done, total, 'papers')
    done += store.search.step()
    await pause()
  }
  return done
}

/**
 * Reads the text of files in a thread, one after another.
 * @param until an instant by `performance.now()` after which no further file is begun
 * @returns how many were read
 */
export async function readFiles(context: JobContext, until = Infinity): Promise<number> {
  const { store, signal, pause, progress } = context
  const files = store.search.unreadFiles()
  if (files.length === 0) return 0
  const reader = new TextReader()
  let done = 0
  try {
    for (const file of files) {
      if (performance.now() > until) break
      if (until === Infinity) progress(done, files.length, 'files')
      const { text, problem } = await textOf(store, file, reader, signal)
      store.search.keepFileText(file.sha256, text, problem)
      done += 1
      await pause()
    }
  } finally {
    await reader.close()
  }
  return done
}

/** A file that is not there, or is damaged, is told of by the check of the store; the search finds it by its name. */
async function textOf(
  store: Store,
  { sha256, name, size }: { sha256: string; name: string; size: number },
  reader: TextReader,
  signal: AbortSignal,
): Promise<{ text: string; problem: TextProblem | null }> {
  if (size > largestFile) return { text: '', problem: 'too_large' }
  try {
    const bytes = Uint8Array.from(store.reader.filePart(sha256, 0, size))
    const text = await reader.read(name, bytes, signal)
    if (text === null) return { text: '', problem: 'unreadable' }
    return { text, problem: text === '' ? 'no_text' : null }
  } catch (error) {
    if (error instanceof DomainError && error.code.startsWith('blob.')) return { text: '', problem: 'missing' }
    throw error
  }
}
