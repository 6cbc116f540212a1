import { fileURLToPath } from 'node:url'
import type { MethodName, ParamsOf, ResultOf } from '../../shared/contract/index.ts'
import type { FileRef } from '../../shared/contract/values.ts'

/** A call through the public contract, typed. */
export type Call = <M extends MethodName>(method: M, params: ParamsOf<M>) => Promise<ResultOf<M>>

/** @returns a file of the sample engagement */
export function demoFile(name: string): FileRef {
  return fileURLToPath(new URL(`../../resources/demo/${name}`, import.meta.url)) as FileRef
}
