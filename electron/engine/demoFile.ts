import { fileURLToPath } from 'node:url'
import type { FileRef } from '../../shared/contract/values.ts'

/** @returns a file of the sample engagement; it lies as far from here in a checkout as in what was built */
export function demoFile(name: string): FileRef {
  return fileURLToPath(new URL(`../../resources/demo/${name}`, import.meta.url)) as FileRef
}
