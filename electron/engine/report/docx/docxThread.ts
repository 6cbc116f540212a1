import { parentPort, workerData } from 'node:worker_threads'
import { answerTo } from '../../../../db/thread/threadAnswer.ts'
import type { ReportDocument } from '../../../../shared/report/document.ts'
import { writeDocx } from './writeDocx.ts'

/** What the thread is given: a report, and the bytes of a template that was checked. */
export type DocxWork = { document: ReportDocument; template: Uint8Array }

const { document, template } = workerData as DocxWork
parentPort?.postMessage(await answerTo(() => writeDocx(document, template)))
