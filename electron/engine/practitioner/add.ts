import { wipe } from '../../../db/sodium/wipe.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { type Change, create, hide } from '../../../shared/journal/change.ts'
import { checkAdding } from '../../../shared/people/peopleRules.ts'
import { newSigningKey } from '../bundle/signingKey.ts'
import type { JobContext } from '../handler.ts'
import { addPerson } from '../keyring/keyring.ts'
import { changeKeyring, readKeyringFile } from '../keyring/keyringFile.ts'
import type { Keyring } from '../keyring/keyringForm.ts'
import { storeScope } from '../teamMember.ts'
import { formerPractitionersOf, practitionersOf } from '../store/practitioners.ts'

/**
 * Adds a practitioner with a key pair of their own. The store knows them before the keyring does: a crash in between leaves
 * somebody who cannot open it yet, and never somebody who opens it unknown.
 * @throws DomainError as the contract of `practitioner.add` lists
 */
export async function addPractitioner(
  { name, initials, role, passphrase }: CheckedParamsOf<'practitioner.add'>,
  { store, session, random, newId, commit, reader, actor, passphraseCost: cost }: JobContext,
): Promise<ResultOf<'practitioner.add'>> {
  checkAdding(actor, role, practitionersOf(reader))
  const practitionerId = newId()
  const { publicKey, privateKey } = newSigningKey(random, name)
  const known = (changes: Change[]) => commit(() => ({ engagementId: storeScope, changes, answer: () => undefined }))
  try {
    const person = { practitionerId, passphrase, signingKey: privateKey, random, cost }
    const added = await addPerson(await readKeyringFile(store.folder), person, session.open.dataKey)
    const everybody = [...practitionersOf(reader), ...formerPractitionersOf(reader)]
    if (everybody.some((one) => one.initials.toLowerCase() === initials.toLowerCase())) {
      throw new DomainError('practitioner.initials_taken', { initials })
    }
    known(create('practitioner', practitionerId, { name, initials, role, publicKey }))
    try {
      // Deriving the key takes its time, and others may have written meanwhile.
      const withNew = (latest: Keyring) => ({
        ...latest,
        people: [...latest.people, ...added.keyring.people.slice(-1)],
      })
      changeKeyring(store.folder, withNew, 'kept')
    } catch (error) {
      known(hide('practitioner', practitionerId))
      throw error
    }
    return { practitionerId, recoveryCode: added.recoveryCode }
  } finally {
    wipe(privateKey)
  }
}
