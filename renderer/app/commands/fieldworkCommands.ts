import { links } from '../links.ts'
import type { CommandEntry } from './commandEntry.ts'

/** What is done from the scope to the last answer of the client, in the order of the work. */
export const fieldworkCommands: readonly CommandEntry[] = [
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
  {
    label: 'Write a narrative, a memo or a meeting note',
    link: links.narratives,
    does: ['narrative.save', 'narrative.remove', 'narrative.export', 'narrative.print'],
  },
  {
    label: 'Plan and record hours',
    link: links.dashboard,
    does: ['hours.setBudget', 'hours.record', 'hours.remove'],
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
]
