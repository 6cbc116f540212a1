import { parentPort, workerData } from 'node:worker_threads'
import { answerTo } from '../../../db/thread/threadAnswer.ts'
import { type TextSheet, workbookOf } from './workbook.ts'

/** What the thread is given. */
export type XlsxWork = { sheets: readonly TextSheet[] }

const { sheets } = workerData as XlsxWork
parentPort?.postMessage(await answerTo(() => workbookOf(sheets)))
