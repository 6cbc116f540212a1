import { openTesting } from './fieldwork.ts'
import { testPassphrase } from './openTestEngine.ts'

const passphraseOfBen = 'five boats under the long bridge'

/** Fieldwork of a preparer, Ada Cole, and a manager, Ben Ruiz, at one store; Ada is signed in. */
export async function openWithTwoPeople() {
  const ben = { name: 'Ben Ruiz', initials: 'BR', role: 'manager', passphrase: passphraseOfBen } as const
  const fieldwork = await openTesting(ben)
  const { engine, procedureId } = fieldwork
  const { practitioners } = await engine.call('practitioner.list', {})
  const benId = practitioners.find(({ initials }) => initials === ben.initials)?.practitionerId ?? ''
  return {
    ...fieldwork,
    benId,
    target: { entity: 'procedure' as const, id: procedureId },
    asAda: () => engine.call('store.switchUser', { passphrase: testPassphrase }),
    // Whose passphrase it is need not be found out by trying.
    asBen: () => engine.call('store.switchUser', { practitionerId: benId, passphrase: passphraseOfBen }),
  }
}
