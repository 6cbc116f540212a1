import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import type { RejectedRow } from '../../../shared/contract/values.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { Change } from '../../../shared/journal/change.ts'
import { readPublicKey } from '../bundle/sshPublicKey.ts'
import type { JobContext } from '../handler.ts'
import { readSmallFile } from '../smallFile.ts'
import { storeScope } from '../teamMember.ts'
import { readAllowedSigners } from './allowedSigners.ts'
import { signerChanges, signerOf } from './save.ts'

const longestFile = 1024 * 1024

/**
 * Takes the firm's list. A line that cannot be taken is named and left out; keys that the list does not name stay.
 * @throws DomainError those of {@link readSmallFile}
 */
export async function importSigners(
  { file }: CheckedParamsOf<'signer.import'>,
  context: JobContext,
): Promise<ResultOf<'signer.import'>> {
  const lines = readAllowedSigners(await readSmallFile(context.resolvePath(file), longestFile))
  return context.commit(() => {
    const rejected: RejectedRow[] = []
    const changes = new Map<string, Change[]>()
    let [added, changed, unchanged] = [0, 0, 0]
    for (const line of lines) {
      const problem = 'problem' in line ? line : keyProblem(line.signer.publicKey)
      if (problem !== null || 'problem' in line) {
        const { column, problem: message } = problem ?? { column: 'line', problem: '' }
        rejected.push({ row: line.row, column, code: 'signer.invalid_line', message })
        continue
      }
      const isNew = signerOf(context.reader, line.signer.publicKey) === undefined
      const one = signerChanges(line.signer, 'file', context)
      changes.set(one.signerId, one.changes)
      if (one.changes.length === 0) unchanged += 1
      else if (isNew) added += 1
      else changed += 1
    }
    return {
      engagementId: storeScope,
      changes: [...changes.values()].flat(),
      answer: () => ({ added, changed, unchanged, rejected }),
    }
  })
}

function keyProblem(publicKey: string): { column: string; problem: string } | null {
  try {
    readPublicKey(publicKey)
    return null
  } catch (error) {
    if (error instanceof DomainError) return { column: 'key', problem: error.message }
    throw error
  }
}
