import type { Reader } from '../../../db/reader.ts'
import { showAgain } from '../../../db/hiddenRow.ts'
import { type Change, create } from '../../../shared/journal/change.ts'
import type { EntityFields, EntityRow } from '../../../shared/model/entities.ts'
import { keyFingerprint, readPublicKey, writePublicKey } from '../bundle/sshPublicKey.ts'
import { differingFields } from '../differingFields.ts'
import type { CommandContext } from '../handler.ts'
import type { AllowedSigner } from './allowedSigners.ts'
import { isSameKey } from './standing.ts'

/** @returns the signer of a key that this store believes */
export function signerOf(reader: Reader, publicKey: string): EntityRow<'signer'> | undefined {
  return reader.list('signer', {}).find((row) => isSameKey(row.publicKey, publicKey))
}

/** @returns the changes that make a key believed; its id is its fingerprint, so that it is kept once. Empty where nothing differs */
export function signerChanges(
  { principal, publicKey, validAfter, validBefore }: AllowedSigner,
  origin: EntityFields<'signer'>['origin'] & string,
  { reader, actor, now }: Pick<CommandContext, 'reader' | 'actor' | 'now'>,
): { signerId: string; changes: Change[] } {
  const signerId = keyFingerprint(publicKey)
  const fields = { principal, publicKey: writePublicKey(readPublicKey(publicKey)), validAfter, validBefore }
  const before = reader.get('signer', signerId)
  if (before !== undefined && Object.keys(differingFields(before, fields)).length === 0)
    return { signerId, changes: [] }
  const stamp = { addedBy: actor.practitionerId, addedAt: now.at }
  const shown = showAgain(reader, 'signer', signerId)
  return { signerId, changes: [...create('signer', signerId, { ...fields, origin, ...stamp }), ...shown] }
}
