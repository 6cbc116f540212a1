import { links } from '../links.ts'
import type { CommandEntry } from './commandEntry.ts'

/** What is done from the first deviation to the locked file, and with others, in the order of the work. */
export const reportingCommands: readonly CommandEntry[] = [
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
    does: ['list.export', 'list.print', 'print.numbered', 'print.writePdf'],
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
