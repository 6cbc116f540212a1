import type { storeContract } from '../../shared/contract/store.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import { update } from '../../shared/journal/change.ts'
import type { Handlers } from './handler.ts'
import { storeScope } from './teamMember.ts'
import { changeStorePassphrase, makeRecoveryCode } from './store/changeStorePassphrase.ts'
import { checkStore } from './store/checkStore.ts'
import { createStore } from './store/createStore.ts'
import { openStore } from './store/openStore.ts'
import { openNotices } from './store/lostHistory.ts'
import { switchUser } from './store/switchUser.ts'
import { turnStoreKey } from './store/turnStoreKey.ts'

export const store: Handlers<typeof storeContract> = {
  'store.status': (_params, { session }) => session.state(),

  'store.create': (params, context) => createStore(params, context),

  'store.open': (params, context) => context.session.whileClosed(() => openStore(params, context)),

  'store.lock': async (_params, { session, jobs }) => {
    jobs.cancelAll()
    session.lock()
    return {}
  },

  'store.switchUser': (params, context) => switchUser(params, context),

  'store.changePassphrase': (params, context) => changeStorePassphrase(params, context),

  'store.newRecoveryCode': (params, context) => makeRecoveryCode(params, context),

  'store.rekey': (params, context) => turnStoreKey(params, context),

  'store.check': (params, context) => checkStore(params, context),

  'store.acceptHistory': ({ noticeId, reason }, { reader, actor, now }) => {
    if (!openNotices(reader).some((notice) => notice.noticeId === noticeId)) {
      throw new DomainError('store.notice_not_found')
    }
    const accepted = { acceptedBecause: reason, acceptedBy: actor.practitionerId, acceptedAt: now.at }
    return {
      engagementId: storeScope,
      changes: update('storeNotice', noticeId, accepted),
      answer: () => ({}),
    }
  },
}
