import type { Contract, MethodName } from './index.ts'

/**
 * What a change means to a file that has a report date, or is locked.
 * - `outside` changes nothing of an engagement: the store, the firm, checks, and files that are written elsewhere.
 * - `administrative` may be done until the file is complete: dates, sign-offs, ordering, evidence that was obtained already.
 * - `substantive` needs, after the report date, a record of why, what was done and what it comes to (AT-C 205).
 * - `archive` is what a locked file still takes.
 */
export type ChangeKind = 'outside' | 'administrative' | 'substantive' | 'archive'

/** Every command and job; queries change nothing. */
export type ChangingMethod = {
  [M in MethodName]: Contract[M]['kind'] extends 'query' ? never : M
}[MethodName]

/** The kind of every command and job; one that is missing does not compile. */
export const changeKinds: Record<ChangingMethod, ChangeKind> = {
  'store.create': 'outside',
  'store.open': 'outside',
  'store.lock': 'outside',
  'store.switchUser': 'outside',
  'practitioner.add': 'outside',
  'practitioner.changeRole': 'outside',
  'practitioner.remove': 'outside',
  'store.changePassphrase': 'outside',
  'store.backup': 'outside',
  'store.check': 'outside',
  'store.acceptHistory': 'outside',

  'engagement.create': 'substantive',
  'engagement.update': 'substantive',
  // The next engagement is new, and the one that it comes from stays as it is, even locked.
  'engagement.rollForward': 'outside',
  'engagement.setPrior': 'substantive',
  'followUp.add': 'substantive',
  'followUp.settle': 'substantive',
  'engagement.setDates': 'administrative',
  'engagement.openLateChange': 'administrative',
  'engagement.closeLateChange': 'administrative',
  'engagement.reviewLateChange': 'administrative',
  'engagement.lock': 'administrative',
  'engagement.addendum': 'archive',
  'engagement.attachToAddendum': 'archive',
  'engagement.reviewAddendum': 'archive',
  'engagement.placeHold': 'archive',
  'engagement.liftHold': 'archive',
  'engagement.destroy': 'archive',
  'firm.setDocumentation': 'outside',

  'signOff.add': 'administrative',
  'signOff.withdraw': 'administrative',
  'note.open': 'administrative',
  'note.respond': 'administrative',
  'note.clear': 'administrative',
  'note.reopen': 'administrative',
  'review.recordVisits': 'administrative',
  'review.saveSettings': 'outside',
  'assignment.save': 'administrative',
  'assignment.release': 'administrative',

  'control.preview': 'outside',
  'control.import': 'substantive',
  'control.save': 'substantive',
  'control.splitVersion': 'substantive',
  'control.remove': 'substantive',

  'population.preview': 'outside',
  'population.import': 'substantive',
  'population.badRows': 'outside',
  'population.exportRejected': 'outside',
  'population.settle': 'substantive',
  'population.decideCheck': 'substantive',
  'population.describe': 'substantive',
  'population.conclude': 'substantive',
  'population.reopen': 'substantive',
  'population.remove': 'substantive',
  'population.find': 'outside',
  'population.columnSummary': 'outside',
  'population.compare': 'outside',
  'mapping.save': 'outside',
  'mapping.remove': 'outside',

  'policy.save': 'outside',
  'policy.setDefault': 'outside',
  'policy.retire': 'outside',
  'periodMark.save': 'substantive',
  'periodMark.remove': 'substantive',
  'sample.draw': 'substantive',
  'sample.share': 'substantive',
  'sample.unshare': 'substantive',
  'sample.describe': 'substantive',
  'sample.justify': 'substantive',
  'sample.extend': 'substantive',
  'sample.replace': 'substantive',
  'sample.proof': 'outside',

  'procedure.save': 'substantive',
  'procedure.perform': 'substantive',
  'procedure.answerWarning': 'substantive',
  'procedure.remove': 'substantive',
  'walkthrough.save': 'substantive',
  'walkthrough.remove': 'substantive',
  'library.save': 'outside',
  'library.retire': 'outside',
  'library.use': 'substantive',
  'library.keep': 'outside',
  'result.record': 'substantive',
  'tickmark.save': 'administrative',
  'tickmark.addUsual': 'administrative',
  'tickmark.remove': 'administrative',

  'subservice.save': 'substantive',
  'subservice.remove': 'substantive',
  'subservice.saveReport': 'substantive',
  'subservice.removeReport': 'substantive',
  'complementary.save': 'substantive',
  'complementary.remove': 'substantive',
  'complementary.export': 'outside',

  'request.create': 'substantive',
  'request.fromSample': 'substantive',
  'request.update': 'substantive',
  'request.answer': 'substantive',
  'request.import': 'substantive',
  'request.importRegister': 'substantive',
  'request.close': 'administrative',
  'request.reopen': 'substantive',
  'request.remove': 'administrative',
  'request.export': 'outside',
  'request.exportRegister': 'outside',

  'deviation.save': 'substantive',
  'deviation.advance': 'substantive',
  'deviation.remove': 'substantive',
  'deviation.export': 'outside',
  'conclusion.save': 'substantive',
  'opinion.save': 'substantive',
  'criterion.setAside': 'substantive',
  'commitment.save': 'substantive',
  'commitment.remove': 'substantive',
  'boundary.save': 'substantive',
  'boundary.remove': 'substantive',
  'description.saveSection': 'substantive',
  'description.removeSection': 'substantive',
  'description.importFile': 'substantive',
  'description.link': 'substantive',
  'description.unlink': 'substantive',
  'description.assess': 'substantive',
  'significantChange.save': 'substantive',
  'significantChange.remove': 'substantive',
  'iso.map': 'substantive',
  'iso.saveApplicability': 'substantive',
  'iso.conclude': 'substantive',
  'iso.removeConclusion': 'substantive',
  'iso.export': 'outside',
  'wording.import': 'outside',
  'wording.clear': 'outside',

  'evidence.attach': 'administrative',
  'evidence.attachAll': 'administrative',
  'evidence.attachImage': 'administrative',
  'evidence.describe': 'administrative',
  'evidence.link': 'administrative',
  'evidence.unlink': 'administrative',
  'evidence.mark': 'administrative',
  'evidence.unmark': 'administrative',
  'evidence.remove': 'administrative',
  'evidence.save': 'outside',
  'evidence.verify': 'outside',
  'evidence.preview': 'outside',
  'package.inspect': 'outside',
  'package.import': 'administrative',

  'report.export': 'outside',
  'workpapers.export': 'outside',
  'workpapers.print': 'outside',
  'report.difference': 'outside',
  'report.saveSettings': 'outside',
  'report.addTemplate': 'outside',
  'report.retireTemplate': 'outside',
  'report.saveTemplate': 'outside',
  'letter.save': 'administrative',
  'letter.remove': 'administrative',

  'journal.verify': 'outside',
  'journal.export': 'outside',
  'journal.undo': 'substantive',
  'journal.redo': 'substantive',
  'bundle.plan': 'outside',
  'bundle.export': 'outside',
  'bundle.inspect': 'outside',

  'list.export': 'outside',
  'list.print': 'outside',
  'print.writePdf': 'outside',
  // What other devices wrote is never this device's change: what they wrote beside a lock is told apart by its heads.
  'bundle.import': 'outside',
  'exchange.sync': 'outside',
  'exchange.setFolder': 'outside',
  'exchange.forgetFolder': 'outside',
  'colleague.exportCard': 'outside',
  'colleague.readCard': 'outside',
  'colleague.save': 'outside',
  'colleague.remove': 'outside',
  'signer.add': 'outside',
  'signer.remove': 'outside',
  'signer.import': 'outside',
  'signer.export': 'outside',
  'conflict.resolve': 'substantive',
  'settlement.renumber': 'administrative',
  'settlement.keepDeleted': 'substantive',
  'settlement.explainSample': 'substantive',
}

/** @returns the kind of a command or job that the contract has */
export function changeKindOf(method: string): ChangeKind {
  return Object.hasOwn(changeKinds, method) ? changeKinds[method as ChangingMethod] : 'substantive'
}

/** The commands that a locked file still takes. */
export const archiveMethods: readonly string[] = Object.entries(changeKinds)
  .filter(([, kind]) => kind === 'archive')
  .map(([method]) => method)
