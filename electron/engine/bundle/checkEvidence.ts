import type { BundleVerdict } from '../../../shared/contract/bundle.ts'
import type { PlainState } from '../../../shared/journal/fold.ts'
import { deletedField } from '../../../shared/model/entities.ts'
import type { Manifest } from './manifest.ts'

/** Whether every piece of evidence that the papers name by its SHA-256 is among the files, whose hashes are checked already. */
export function checkEvidence(state: PlainState, { files }: Manifest): BundleVerdict['checks'][number] {
  const held = new Set(files.map(({ sha256 }) => sha256))
  const named = Object.values(state['evidence'] ?? {}).filter((fields) => fields[deletedField] !== true)
  const absent = named.filter(({ sha256 }) => typeof sha256 !== 'string' || !held.has(sha256))
  const first = absent[0]?.['name']
  const says =
    absent.length === 0
      ? `${named.length} pieces of evidence, each a file of the bundle by its SHA-256.`
      : `${absent.length} of ${named.length} pieces of evidence are not in the bundle, the first is ${typeof first === 'string' ? first : 'without a name'}.`
  return { check: 'evidence', passed: absent.length === 0, says }
}
