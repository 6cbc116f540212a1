import { openTesting } from './fieldwork.ts'
import { testPassphrase } from './openTestEngine.ts'

const passphraseOfBen = 'five boats under the long bridge'

/** Fieldwork of a preparer, Ada Cole, and a manager, Ben Ruiz, at one store; Ada is signed in. */
export async function openWithTwoPeople() {
  const fieldwork = await openTesting()
  const { engine, procedureId } = fieldwork
  const ben = { name: 'Ben Ruiz', initials: 'BR', role: 'manager', passphrase: passphraseOfBen } as const
  const { practitionerId: benId } = await engine.call('practitioner.add', ben)
  return {
    ...fieldwork,
    benId,
    target: { entity: 'procedure' as const, id: procedureId },
    asAda: () => engine.call('store.switchUser', { passphrase: testPassphrase }),
    asBen: () => engine.call('store.switchUser', { passphrase: passphraseOfBen }),
  }
}
