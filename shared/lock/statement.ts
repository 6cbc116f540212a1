import { canonical } from '../journal/entry.ts'
import type { SignedHead } from '../model/lockEntities.ts'

/** What a lock says. */
export type LockStatement = { engagementId: string; heads: readonly SignedHead[]; lockedBy: string; lockedAt: string }

/** @returns the one text that whoever locks a file signs: canonical JSON that names its purpose */
export function lockStatement({ engagementId, heads, lockedBy, lockedAt }: LockStatement): string {
  return canonical({ purpose: 'tickmark-lock-1', engagementId, heads, lockedBy, lockedAt })
}
