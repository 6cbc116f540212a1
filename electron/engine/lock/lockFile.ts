import { headsOf } from '../../../db/journal/entries.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create } from '../../../shared/journal/change.ts'
import { lockStatement } from '../../../shared/lock/statement.ts'
import { signSsh } from '../bundle/sshSignature.ts'
import { loadEngagement } from '../engagement.ts'
import { engagementGates } from '../gates.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { headWords } from '../journal/headWords.ts'
import { stripClearedNotes } from '../note/strip.ts'

/**
 * Locks a file: the heads of its journal are signed, and from then on the dispatcher takes addenda only. Open gates cannot be
 * passed by anybody, since what they name is what the standards ask of a complete file; and there is no way back. Cleared
 * notes are taken out with the same entry where the firm strips them.
 * @throws DomainError `engagement.not_found`, `engagement.gates_open`
 */
export function lockFile(
  { engagementId }: CheckedParamsOf<'engagement.lock'>,
  { reader, session, actor, now }: CommandContext,
): Outcome<ResultOf<'engagement.lock'>> {
  loadEngagement(reader, engagementId)
  const { open, milestones } = engagementGates(reader, engagementId)
  if (open > 0) {
    const first = milestones.flatMap(({ gates }) => gates)[0]?.text
    throw new DomainError('engagement.gates_open', { count: open, first })
  }
  const heads = headsOf(reader, engagementId).map(({ deviceId, seq, hash }) => ({ deviceId, seq, hash }))
  const statement = lockStatement({ engagementId, heads, lockedBy: actor.practitionerId, lockedAt: now.at })
  return {
    engagementId,
    changes: [
      ...stripClearedNotes(reader, engagementId, now.at),
      ...create('engagementLock', engagementId, {
        heads,
        statement,
        signature: signSsh('tickmark-checkpoint', Buffer.from(statement, 'utf8'), session.open.signingKey),
        publicKey: actor.publicKey,
        lockedBy: actor.practitionerId,
        lockedAt: now.at,
      }),
    ],
    answer: () => ({
      lockedAt: now.at,
      words: headWords(
        headsOf(reader, engagementId).find(({ deviceId }) => deviceId === session.open.store.identity.deviceId)?.hash ??
          '',
      ),
    }),
  }
}
