import type { JobContext } from '../handler.ts'

/** @returns who is told of the bytes of the tables that were copied; SQLite, which reads the copy then, says nothing until it has ended */
export function tableProgress({ progress }: JobContext): (done: number, total: number) => void {
  return (done, total) => (done < total ? progress(done, total, 'tables') : progress(0, 0, 'reading the tables'))
}
