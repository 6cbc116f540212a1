import { unsavedTexts } from '../../db/unsavedTexts.ts'
import type { unsavedContract } from '../../shared/contract/unsaved.ts'
import type { Handlers } from './handler.ts'

export const unsaved: Handlers<typeof unsavedContract> = {
  'unsaved.keep': async (typed, { store, actor, now }) => {
    if (typed.fields.length === 0) store.unsaved.drop(actor.practitionerId, typed.sittingId)
    else store.unsaved.keep(actor.practitionerId, { ...typed, keptAt: now.at })
    return {}
  },

  'unsaved.list': (_params, { reader, actor }) => ({ unsaved: unsavedTexts(reader, actor.practitionerId) }),

  'unsaved.drop': async ({ sittingId }, { store, actor }) => {
    store.unsaved.drop(actor.practitionerId, sittingId)
    return {}
  },
}
