import { DomainError } from '../../../shared/errors/domainError.ts'
import { canonical } from '../../../shared/journal/entry.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { maySignAs } from '../../../shared/review/signOffRules.ts'
import type { SignOff } from '../../../shared/contract/signOff.ts'
import { readPublicKey } from '../bundle/sshPublicKey.ts'
import { signSsh, verifySsh } from '../bundle/sshSignature.ts'

/** Everything that a sign-off says, besides its signature. */
export type SignOffFacts = Omit<EntityRow<'signOff'>, 'signature'>

const namespace = 'tickmark-checkpoint'

/**
 * The text that a sign-off signs, canonical JSON (RFC 8785): engagement, paper, capacity and content are in it, so that a
 * sign-off that was copied to another paper, or moved to another engagement, is not genuine there.
 */
export function statementOf(facts: SignOffFacts): Buffer {
  const { id, engagementId, targetEntity, targetId, role, by, practitionerRole, contentSha256, heads, at } = facts
  return Buffer.from(
    canonical({
      format: 'tickmark-sign-off',
      version: 1,
      signOffId: id,
      engagementId,
      target: { entity: targetEntity, id: targetId },
      role,
      practitionerId: by,
      practitionerRole,
      contentSha256,
      heads,
      at,
    }),
    'utf8',
  )
}

/** @returns the signature in SSH form, which `ssh-keygen -Y verify` takes */
export function signStatement(facts: SignOffFacts, signingKey: Uint8Array): string {
  return signSsh(namespace, statementOf(facts), signingKey)
}

/**
 * @param publicKey of the practitioner who is said to have signed, as the engagement knows it
 * @returns what is wrong with a sign-off, or `null` for one that is genuine
 */
export function problemOf(row: EntityRow<'signOff'>, publicKey: string | undefined): SignOff['problem'] {
  if (publicKey === undefined) return 'unknown_signer'
  try {
    const signer = verifySsh(namespace, statementOf(row), Buffer.from(row.signature, 'latin1'))
    if (!readPublicKey(signer).equals(readPublicKey(publicKey))) return 'other_key'
  } catch (error) {
    if (error instanceof DomainError) return 'not_genuine'
    throw error
  }
  return maySignAs(row.role, row.practitionerRole) ? null : 'role_not_allowed'
}
