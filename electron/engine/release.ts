import type { releaseContract } from '../../shared/contract/release.ts'
import type { Handlers } from './handler.ts'
import { checkRelease } from './release/checkRelease.ts'

export const release: Handlers<typeof releaseContract> = {
  'release.check': ({ installer }, { resolvePath, publishers, signal }) =>
    checkRelease(resolvePath(installer), publishers, signal),
}
