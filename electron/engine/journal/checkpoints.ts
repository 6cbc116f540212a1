import { entryHash, firstEntryAfterLock } from '../../../db/journal/entries.ts'
import type { Reader } from '../../../db/reader.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { lockStatement } from '../../../shared/lock/statement.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { verifySsh } from '../bundle/sshSignature.ts'
import { teamMemberId } from '../teamMember.ts'

/** What is wrong with a lock, in words, and where. */
export type BadLock = { what: 'lock'; problem: string; entity: string; id: string; deviceId?: string; seq?: number }

/**
 * Whether the lock of an engagement is what its signer signed: the statement, the key of a person of the team, the entries
 * that it names, and nothing after it but what the archive takes. A chain can be computed again by whoever has the key of the
 * store; the signature cannot.
 */
export function badLock(reader: Reader, engagementId: string): BadLock | null {
  const lock = reader.get('engagementLock', engagementId)
  if (lock === undefined) return null
  const place = { what: 'lock' as const, entity: 'engagementLock', id: engagementId }
  const signer = reader.get('teamMember', teamMemberId(engagementId, lock.lockedBy))
  const problem = lockProblem(lock, signer?.publicKey)
  if (problem !== null) return { ...place, problem }
  const changed = lock.heads.find((head) => entryHash(reader, { engagementId, ...head }) !== head.hash)
  if (changed !== undefined) {
    const { deviceId, seq } = changed
    return { ...place, deviceId, seq, problem: `Entry ${seq} is not the one that the lock was signed over.` }
  }
  const later = firstEntryAfterLock(reader, engagementId)
  if (later === undefined) return null
  const { deviceId, seq, command } = later
  return { ...place, deviceId, seq, problem: `Entry ${seq} (${command}) was written although the file was locked.` }
}

/** @returns what is wrong with the signature of a lock, in words, or `null` @param signerKey that of the person whom it names */
export function lockProblem(lock: EntityRow<'engagementLock'>, signerKey: string | undefined): string | null {
  const { engagementId, heads, statement, signature, lockedBy, lockedAt } = lock
  if (statement !== lockStatement({ engagementId, heads, lockedBy, lockedAt })) {
    return 'The lock does not say what was signed.'
  }
  const keyOf = (text: string) => text.split(' ', 2).join(' ')
  try {
    const key = verifySsh('tickmark-checkpoint', Buffer.from(statement, 'utf8'), Buffer.from(signature, 'latin1'))
    return signerKey !== undefined && keyOf(signerKey) === key
      ? null
      : 'The lock is not signed with the key of the person that it names.'
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return 'The signature of the lock does not hold.'
  }
}
