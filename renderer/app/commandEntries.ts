import type { ChangingMethod } from '../../shared/contract/changeKind.ts'
import { links } from './links.ts'

/** Something that can be done, the screen where it is done, and the methods of the engine that do it. */
export type CommandEntry = { label: string; link: (engagementId: string) => string; does: readonly ChangingMethod[] }

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
  { label: 'Back up the store', link: settings, does: ['store.backup'] },
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

/** What is done on screens of an engagement, in the order of the work. */
export const engagementCommands: readonly CommandEntry[] = [
  { label: 'Change client, dates or categories', link: links.scope, does: ['engagement.update'] },
  { label: 'Say that a criterion does not apply', link: links.scope, does: ['criterion.setAside'] },
  {
    label: 'Write commitments and requirements',
    link: links.scope,
    does: ['commitment.save', 'commitment.remove'],
  },
  { label: 'Draw the boundary of the system', link: links.scope, does: ['boundary.save', 'boundary.remove'] },
  {
    label: 'Write down a subservice organisation or its report',
    link: links.scope,
    does: ['subservice.save', 'subservice.remove', 'subservice.saveReport', 'subservice.removeReport'],
  },
  {
    label: 'Write or export complementary controls',
    link: links.scope,
    does: ['complementary.save', 'complementary.remove', 'complementary.export'],
  },
  {
    label: 'Write or take in the description of the system',
    link: links.description,
    does: ['description.saveSection', 'description.removeSection', 'description.importFile'],
  },
  {
    label: 'Check the description against its criteria',
    link: links.description,
    does: ['description.link', 'description.unlink', 'description.assess'],
  },
  {
    label: 'Write down a significant change',
    link: links.description,
    does: ['significantChange.save', 'significantChange.remove'],
  },
  { label: 'Import the control matrix', link: links.controls, does: ['control.preview', 'control.import'] },
  {
    label: 'Add, change or split a control',
    link: links.controls,
    does: ['control.save', 'control.splitVersion', 'control.remove'],
  },
  {
    label: 'Record a walkthrough',
    link: links.controls,
    does: ['walkthrough.save', 'walkthrough.remove'],
  },
  {
    label: 'Write or perform a test procedure',
    link: links.controls,
    does: [
      'procedure.save',
      'procedure.perform',
      'procedure.answerWarning',
      'procedure.remove',
      'library.use',
      'library.keep',
    ],
  },
  {
    label: 'Import a population',
    link: links.populations,
    does: ['population.preview', 'population.import', 'population.badRows', 'population.exportRejected'],
  },
  {
    label: 'Keep or remove a template of an import',
    link: links.populations,
    does: ['mapping.save', 'mapping.remove'],
  },
  {
    label: 'Check, settle and conclude on a population',
    link: links.populations,
    does: [
      'population.settle',
      'population.decideCheck',
      'population.describe',
      'population.conclude',
      'population.reopen',
      'population.remove',
    ],
  },
  {
    label: 'Look through and compare rows of a population',
    link: links.populations,
    does: ['population.find', 'population.columnSummary', 'population.compare'],
  },
  {
    label: 'Draw, extend or share a sample',
    link: links.controls,
    does: [
      'sample.draw',
      'sample.share',
      'sample.unshare',
      'sample.describe',
      'sample.extend',
      'sample.replace',
      'sample.proof',
      'sample.justify',
    ],
  },
  {
    label: 'Mark days of the observation period',
    link: links.controls,
    does: ['periodMark.save', 'periodMark.remove'],
  },
  { label: 'Record results on a test sheet', link: links.controls, does: ['result.record'] },
  {
    label: 'Import a test sheet from a spreadsheet',
    link: links.controls,
    does: ['result.preview', 'result.import'],
  },
  {
    label: 'Attach evidence',
    link: links.evidence,
    does: ['evidence.attach', 'evidence.attachAll', 'evidence.attachImage'],
  },
  {
    label: 'Describe, link, mark or remove evidence',
    link: links.evidence,
    does: [
      'evidence.describe',
      'evidence.link',
      'evidence.unlink',
      'evidence.remove',
      'evidence.preview',
      'evidence.mark',
      'evidence.unmark',
    ],
  },
  { label: 'Verify or save files of evidence', link: links.evidence, does: ['evidence.verify', 'evidence.save'] },
  {
    label: 'Take a package of files from the client',
    link: links.requests,
    does: ['package.inspect', 'package.import'],
  },
  {
    label: 'Write the legend of tickmarks',
    link: links.tickmarks,
    does: ['tickmark.save', 'tickmark.addUsual', 'tickmark.remove'],
  },
  {
    label: 'Ask the client for something',
    link: links.requests,
    does: ['request.create', 'request.fromSample', 'request.update'],
  },
  {
    label: 'Record or take in answers of the client',
    link: links.requests,
    does: ['request.answer', 'request.import', 'request.close', 'request.reopen', 'request.remove'],
  },
  {
    label: 'Write or take in a list of requests',
    link: links.requests,
    does: ['request.export', 'request.exportRegister', 'request.importRegister'],
  },
  {
    label: 'Record, evaluate or export deviations',
    link: links.deviations,
    does: ['deviation.save', 'deviation.advance', 'deviation.remove', 'deviation.export'],
  },
  {
    label: 'Follow up deviations of the prior period',
    link: links.deviations,
    does: ['followUp.add', 'followUp.settle'],
  },
  { label: 'Conclude, and record the opinion', link: links.conclusions, does: ['conclusion.save', 'opinion.save'] },
  {
    label: 'Map and conclude on ISO 27001',
    link: links.iso,
    does: ['iso.map', 'iso.saveApplicability', 'iso.conclude', 'iso.removeConclusion', 'iso.export'],
  },
  {
    label: 'Record report date and release',
    link: links.gates,
    does: ['engagement.setDates'],
  },
  {
    label: 'Record a change after the report date',
    link: links.gates,
    does: ['engagement.openLateChange', 'engagement.closeLateChange', 'engagement.reviewLateChange'],
  },
  { label: 'Lock the file', link: links.gates, does: ['engagement.lock'] },
  {
    label: 'Add to a locked file',
    link: links.gates,
    does: ['engagement.addendum', 'engagement.attachToAddendum', 'engagement.reviewAddendum'],
  },
  {
    label: 'Hold or destroy a file',
    link: links.gates,
    does: ['engagement.placeHold', 'engagement.liftHold', 'engagement.destroy'],
  },
  {
    label: 'Export the report',
    link: links.report,
    does: ['report.export', 'report.difference', 'report.saveSettings'],
  },
  {
    label: 'Keep templates of reports',
    link: links.report,
    does: ['report.addTemplate', 'report.retireTemplate', 'report.saveTemplate'],
  },
  { label: 'Write down management’s letters', link: links.report, does: ['letter.save', 'letter.remove'] },
  {
    label: 'Export or print the workpapers',
    link: links.bundles,
    does: ['workpapers.export', 'workpapers.print'],
  },
  {
    label: 'Export or print a list',
    link: links.controls,
    does: ['list.export', 'list.print', 'print.writePdf'],
  },
  {
    label: 'Compare with the prior period',
    link: links.compare,
    does: ['engagement.setPrior', 'prior.open', 'prior.close'],
  },
  {
    label: 'Sign papers, or withdraw a sign-off',
    link: links.review,
    does: ['signOff.add', 'signOff.withdraw'],
  },
  {
    label: 'Write, answer or clear review notes',
    link: links.review,
    does: ['note.open', 'note.respond', 'note.clear', 'note.reopen'],
  },
  {
    label: 'Say who works on what',
    link: links.review,
    does: ['assignment.save', 'assignment.release'],
  },
  { label: 'Export a bundle', link: links.bundles, does: ['bundle.plan', 'bundle.export'] },
  {
    label: 'Decide on conflicts',
    link: links.bundles,
    does: ['conflict.resolve', 'settlement.renumber', 'settlement.keepDeleted', 'settlement.explainSample'],
  },
  {
    label: 'Exchange with the team in a folder',
    link: links.bundles,
    does: ['exchange.setFolder', 'exchange.forgetFolder', 'exchange.sync'],
  },
  {
    label: 'Verify, export or print the journal',
    link: links.journal,
    does: ['journal.verify', 'journal.export', 'journal.print'],
  },
  { label: 'Undo or redo my last change', link: links.journal, does: ['journal.undo', 'journal.redo'] },
]
