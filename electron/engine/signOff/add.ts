import { countConflictsOnPaper } from '../../../db/conflict.ts'
import { notClearedCount } from '../../../db/review/notes.ts'
import { headsOf } from '../../../db/journal/entries.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create } from '../../../shared/journal/change.ts'
import { checkSignOff } from '../../../shared/review/signOffRules.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { loadPaper } from '../paper/load.ts'
import { signOffsOf, standingOf } from './load.ts'
import { signStatement } from './statement.ts'

/**
 * Signs a paper: what it says at this moment is hashed inside the transaction that writes the sign-off. The time is the
 * engine's, and nobody gives it.
 * @throws DomainError as the contract of `signOff.add` lists
 */
export function addSignOff(
  { target, role }: CheckedParamsOf<'signOff.add'>,
  { reader, actor, session, newId, now }: CommandContext,
): Outcome<ResultOf<'signOff.add'>> {
  const { engagementId, sha256 } = loadPaper(reader, target)
  const conflicts = countConflictsOnPaper(reader, engagementId, target)
  if (conflicts > 0) throw new DomainError('signOff.open_conflict', { count: conflicts })
  const standing = standingOf(signOffsOf(reader, engagementId, target))
  checkSignOff({
    role,
    by: actor.practitionerId,
    practitionerRole: actor.role,
    contentSha256: sha256,
    standing: standing.map(({ practitionerId, ...one }) => ({ ...one, by: practitionerId })),
    openNotes: notClearedCount(reader, engagementId, target),
  })
  const facts = {
    targetEntity: target.entity,
    targetId: target.id,
    role,
    by: actor.practitionerId,
    practitionerRole: actor.role,
    contentSha256: sha256,
    heads: headsOf(reader, engagementId).map(({ deviceId, seq, hash }) => ({ deviceId, seq, hash })),
    at: now.at,
  }
  const id = newId()
  const signature = signStatement({ id, engagementId, ...facts }, session.open.signingKey)
  return {
    engagementId,
    changes: create('signOff', id, { ...facts, signature }),
    answer: () => ({ signOffId: id, contentSha256: sha256 }),
  }
}
