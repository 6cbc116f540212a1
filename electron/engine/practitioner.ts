import type { practitionerContract } from '../../shared/contract/practitioner.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import { update } from '../../shared/journal/change.ts'
import { checkRoleChange } from '../../shared/people/peopleRules.ts'
import type { Handlers } from './handler.ts'
import { addPractitioner } from './practitioner/add.ts'
import { removePractitioner } from './practitioner/remove.ts'
import { formerPractitionersOf, practitionersOf } from './store/practitioners.ts'
import { storeScope } from './teamMember.ts'

export const practitioner: Handlers<typeof practitionerContract> = {
  'practitioner.list': (_params, { reader }) => ({
    practitioners: practitionersOf(reader),
    former: formerPractitionersOf(reader),
  }),

  'practitioner.add': (params, context) => addPractitioner(params, context),

  'practitioner.changeRole': ({ practitionerId, role }, { reader, actor }) => {
    const people = practitionersOf(reader)
    const person = people.find((one) => one.practitionerId === practitionerId)
    if (person === undefined) throw new DomainError('practitioner.not_found')
    checkRoleChange(actor, person, role, people)
    return {
      engagementId: storeScope,
      changes: person.role === role ? [] : update('practitioner', practitionerId, { role }),
      answer: () => ({}),
    }
  },

  'practitioner.remove': (params, context) => removePractitioner(params, context),
}
