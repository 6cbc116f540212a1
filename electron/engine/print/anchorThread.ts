import { parentPort, workerData } from 'node:worker_threads'
import { answerTo } from '../../../db/thread/threadAnswer.ts'
import { withPdf } from '../pdf/withPdf.ts'

/** What the thread is given: a PDF that the window made. */
export type AnchorWork = { pdf: Uint8Array }

/** Pages by the anchor, counted from 1. */
export type AnchorPages = ReadonlyMap<string, number>

const { pdf: bytes } = workerData as AnchorWork
parentPort?.postMessage(
  await answerTo(() =>
    withPdf(bytes, async (pdf): Promise<AnchorPages> => {
      const pages = new Map<string, number>()
      for (const [anchor, [page]] of await pdf.getDestinations()) pages.set(anchor, (await pdf.getPageIndex(page)) + 1)
      return pages
    }),
  ),
)
