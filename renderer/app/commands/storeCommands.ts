import { links } from '../links.ts'
import type { CommandEntry } from './commandEntry.ts'

const settings = () => links.settings
const engagements = () => links.engagements
const keys = () => links.keys

/** What is done on screens of the store, whether or not an engagement is open. */
export const storeCommands: readonly CommandEntry[] = [
  { label: 'Create an engagement', link: engagements, does: ['engagement.create'] },
  { label: 'Open the sample engagement', link: engagements, does: ['engagement.createSample'] },
  { label: 'Roll an engagement forward', link: engagements, does: ['engagement.rollForward'] },
  {
    label: 'Open a bundle of a colleague',
    link: engagements,
    does: ['bundle.inspect', 'bundle.import'],
  },
  { label: 'Find in all papers', link: () => links.search(), does: ['search.query'] },
  { label: 'Change my passphrase', link: settings, does: ['store.changePassphrase'] },
  {
    label: 'Back up the store, or plan its backups',
    link: settings,
    does: ['store.backup', 'store.setBackupPlan', 'store.backupDue'],
  },
  { label: 'Restore a backup', link: settings, does: ['store.backups', 'store.restore'] },
  { label: 'Make a new recovery code', link: settings, does: ['store.newRecoveryCode'] },
  { label: 'Change the data key of the store', link: settings, does: ['store.rekey'] },
  { label: 'Check the store', link: settings, does: ['store.check'] },
  {
    label: 'Add, change or remove a practitioner',
    link: settings,
    does: ['practitioner.add', 'practitioner.changeRole', 'practitioner.remove'],
  },
  {
    label: 'Set days until a file is complete, and years of retention',
    link: settings,
    does: ['firm.setDocumentation'],
  },
  {
    label: 'Write or choose a sampling policy',
    link: settings,
    does: ['policy.save', 'policy.setDefault', 'policy.retire'],
  },
  { label: 'Keep or take out cleared review notes', link: settings, does: ['review.saveSettings'] },
  { label: 'Take the firm’s wording of a framework', link: settings, does: ['wording.import', 'wording.clear'] },
  {
    label: 'Write the library of procedures',
    link: settings,
    does: ['library.save', 'library.retire'],
  },
  { label: 'Check an installer of a newer version', link: settings, does: ['release.check'] },
  {
    label: 'Exchange keys with colleagues',
    link: keys,
    does: ['colleague.exportCard', 'colleague.readCard', 'colleague.save', 'colleague.remove'],
  },
  {
    label: 'Say whose signatures are believed',
    link: keys,
    does: ['signer.add', 'signer.remove', 'signer.import', 'signer.export'],
  },
]
