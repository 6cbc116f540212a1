import type { storeContract } from '../../shared/contract/store.ts'
import type { Handlers } from './handler.ts'
import { addPractitioner } from './store/addPractitioner.ts'
import { backUpStore } from './store/backUpStore.ts'
import { changeStorePassphrase } from './store/changeStorePassphrase.ts'
import { checkStore } from './store/checkStore.ts'
import { createStore } from './store/createStore.ts'
import { openStore } from './store/openStore.ts'
import { practitionersOf } from './store/practitioners.ts'
import { switchUser } from './store/switchUser.ts'

export const store: Handlers<typeof storeContract> = {
  'store.status': (_params, { session }) => session.state(),

  'store.create': (params, context) => createStore(params, context),

  'store.open': (params, context) => openStore(params, context),

  'store.lock': async (_params, { session, jobs }) => {
    jobs.cancelAll()
    session.lock()
    return {}
  },

  'store.switchUser': (params, context) => switchUser(params, context),

  'store.changePassphrase': (params, context) => changeStorePassphrase(params, context),

  'store.backup': (params, context) => backUpStore(params, context),

  'store.check': (params, context) => checkStore(params, context),

  'practitioner.list': (_params, { reader }) => ({ practitioners: practitionersOf(reader) }),

  'practitioner.add': (params, context) => addPractitioner(params, context),
}
