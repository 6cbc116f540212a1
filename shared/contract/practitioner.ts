import { z } from 'zod'
import { command, job, query } from './define.ts'
import { GivenRole, newPassphraseErrors, newPractitioner, Passphrase, Practitioner } from './store.ts'
import { Id, Instant, Nothing, Reason } from './values.ts'

/** A practitioner who left: their key still verifies what they signed. */
export const FormerPractitioner = Practitioner.extend({ leftAt: Instant, leftBecause: z.string() })
export type FormerPractitioner = z.infer<typeof FormerPractitioner>

export const practitionerContract = {
  'practitioner.list': query({
    title: 'The practitioners of this store, and those who left it',
    params: Nothing,
    result: z.object({ practitioners: z.array(Practitioner), former: z.array(FormerPractitioner) }),
  }),
  'practitioner.add': job({
    title: 'Add a practitioner, who opens this store with a passphrase of their own and signs with a key of their own',
    params: z.strictObject({ ...newPractitioner, passphrase: Passphrase }),
    result: z.object({ practitionerId: Id, recoveryCode: z.string() }),
    errors: [
      'practitioner.lead_required',
      'practitioner.partner_required',
      'practitioner.initials_taken',
      'practitioner.passphrase_taken',
      'practitioner.too_many',
      ...newPassphraseErrors,
    ],
  }),
  'practitioner.changeRole': command({
    title: 'Give a practitioner another role; what they signed keeps the role in which they signed it',
    params: z.strictObject({ practitionerId: Id, role: GivenRole }),
    result: Nothing,
    errors: [
      'practitioner.not_found',
      'practitioner.lead_required',
      'practitioner.partner_required',
      'practitioner.last_lead',
    ],
  }),
  'practitioner.remove': job({
    title: 'Let a practitioner go: nothing opens this store for them any more, and what they signed still verifies',
    params: z.strictObject({ practitionerId: Id, reason: Reason }),
    result: Nothing,
    errors: [
      'practitioner.not_found',
      'practitioner.lead_required',
      'practitioner.partner_required',
      'practitioner.not_yourself',
      'keyring.missing',
      'keyring.damaged',
    ],
  }),
}
