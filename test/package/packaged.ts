import type { TestProject } from 'vitest/node'
import { packageHere, type Packaged } from '../../electron/dev/package.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** What `npm run package` makes on this computer. */
    packaged: Packaged
  }
}

export async function setup({ provide }: Pick<TestProject, 'provide'>): Promise<void> {
  provide('packaged', await packageHere((line) => console.log(line)))
}
