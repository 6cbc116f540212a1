import { deletedField } from '../model/entities.ts'
import { canonical, type Sha256Hex } from './entry.ts'
import { type FieldState, isConflict } from './fold.ts'

/** Where a conflict is: a field of a paper. */
export type FieldPlace = { engagementId: string; entity: string; id: string; field: string }

/** Fields whose name ends like that of a stamp, yet which the auditor fills in. */
const contentLikeStamps: ReadonlySet<string> = new Set(['performedBy', 'stratifyBy'])

/** Whether a field says who wrote another one and when. It follows that other field: nobody decides on it by itself. */
export function isStamp(field: string): boolean {
  return /^(?:by|at)$|(?:By|At)$/.test(field) && !contentLikeStamps.has(field)
}

/** Fields that say again, without its form, what another field of their paper says. */
const sayingAgain: ReadonlySet<string> = new Set(['plain'])

/** Whether a field goes with another one of its paper, whatever that one comes to. */
export const isFollowing = (field: string): boolean => isStamp(field) || sayingAgain.has(field)

/**
 * Whether a person has to decide on a field. What follows another field is decided with it; a deletion against an edit
 * keeps the edit, which is a thing to settle and no choice between values.
 */
export function isOpenConflict(field: string, state: FieldState): boolean {
  return field !== deletedField && !isFollowing(field) && isConflict(state)
}

/**
 * The name of a conflict: SHA-256 over its place and the writes that stand against each other. It is the same on every device,
 * and another one as soon as another write joins, so that nobody resolves what they have not seen.
 */
export function conflictIdOf(
  { engagementId, entity, id, field }: FieldPlace,
  state: FieldState,
  sha256: Sha256Hex,
): string {
  const writes = state.map(({ deviceId, seq }) => [deviceId, seq] as const)
  const ordered = writes.toSorted(([one, first], [other, second]) =>
    one === other ? first - second : one < other ? -1 : 1,
  )
  return sha256(canonical([engagementId, entity, id, field, ordered]))
}
