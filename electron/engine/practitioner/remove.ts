import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { update } from '../../../shared/journal/change.ts'
import { checkLeaving } from '../../../shared/people/peopleRules.ts'
import type { JobContext } from '../handler.ts'
import { withoutPerson } from '../keyring/keyring.ts'
import { changeKeyring, forgetPreviousKeyring } from '../keyring/keyringFile.ts'
import { practitionersOf } from '../store/practitioners.ts'
import { storeScope } from '../teamMember.ts'

/**
 * Takes a practitioner's keys out of the keyring, then says in the journal that they left. A crash in between leaves somebody
 * who is listed and opens nothing, and letting them go again ends it. The data key stays the same: a copy of the store, of its
 * keyring or of a backup that they took along opens as before, and the firm asks for those back.
 * @throws DomainError as the contract of `practitioner.remove` lists
 */
export async function removePractitioner(
  { practitionerId, reason }: CheckedParamsOf<'practitioner.remove'>,
  context: JobContext,
): Promise<ResultOf<'practitioner.remove'>> {
  const { store, now, commit } = context
  requireLeaving(practitionerId, context)
  changeKeyring(store.folder, (keyring) => withoutPerson(keyring, practitionerId), 'not kept')
  await forgetPreviousKeyring(store.folder)
  return commit(() => {
    requireLeaving(practitionerId, context)
    return {
      engagementId: storeScope,
      changes: update('practitioner', practitionerId, { leftAt: now.at, leftBecause: reason }),
      answer: () => ({}),
    }
  })
}

function requireLeaving(practitionerId: string, { reader, actor }: JobContext): void {
  const people = practitionersOf(reader)
  const person = people.find((one) => one.practitionerId === practitionerId)
  if (person === undefined) throw new DomainError('practitioner.not_found')
  checkLeaving(actor, person, people)
}
