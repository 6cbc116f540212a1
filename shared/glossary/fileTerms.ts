import type { Term } from './term.ts'

/** The file itself: papers, review, lock, journal, bundles. */
export const fileTerms: readonly Term[] = [
  {
    term: 'addendum',
    meaning: 'What comes to a file after its lock: why, what, by whom, and whether a conclusion changes.',
    code: 'addendum',
    screens: ['gates'],
  },
  {
    term: 'budget',
    meaning: 'Hours that were planned for a phase of the work; those that were worked stand against it.',
    code: 'hoursBudget',
    screens: ['dashboard'],
  },
  {
    term: 'bundle',
    meaning:
      'An engagement, or a part of it, in one encrypted and signed file that can be opened and verified without Tickmark.',
    code: 'bundle.export',
    screens: ['bundles', 'engagements'],
  },
  {
    term: 'conflict',
    meaning: 'That two devices changed the same field without knowing of each other. A person decides.',
    code: 'conflict.list',
    screens: ['bundles', 'journal'],
  },
  {
    term: 'device',
    meaning: 'One store on one computer, as the journal knows it.',
    screens: ['journal'],
  },
  {
    term: 'engagement',
    meaning: 'One examination of one client: its scope, papers and report.',
    code: 'engagement',
    screens: ['dashboard', 'engagements'],
  },
  {
    term: 'entry',
    meaning: 'What one command changed, by whom and when: a link of the journal’s chain.',
    code: 'journal.list',
    screens: ['journal'],
  },
  {
    term: 'follow-up',
    meaning:
      'A deviation of an earlier period that the next one is asked about: what became of it, and how that was seen.',
    code: 'followUp',
    screens: ['deviations'],
  },
  {
    term: 'gate',
    meaning: 'What has to be done before the next milestone: report date, release, lock.',
    code: 'engagement.gates',
    screens: ['gates'],
  },
  {
    term: 'head',
    meaning:
      'The last entry of a device. Its hash, as eight words in a memo, proves later that nothing before it was changed.',
    code: 'journal.findHead',
    screens: ['journal'],
  },
  {
    term: 'journal',
    meaning:
      'Every change of an engagement in the order in which it was known: audit trail, undo and means of merging at once.',
    code: 'journal.verify',
    screens: ['journal'],
  },
  {
    term: 'late change',
    meaning: 'Work of substance after the report date, with what led to it, what was done and what it comes to.',
    code: 'lateChange',
    screens: ['gates'],
  },
  {
    term: 'lock',
    meaning: 'The signed end of assembling a file: from then on it takes addenda only.',
    code: 'engagementLock',
    screens: ['gates'],
  },
  {
    term: 'narrative',
    meaning:
      'A text of the file that has no form of its own: how a process works, a memorandum on a matter, what was said in a meeting.',
    code: 'narrative',
    also: 'memorandum, meeting note',
    screens: ['narratives'],
  },
  {
    term: 'paper',
    meaning: 'What is signed as one: a control, a population, a sample, a test sheet, a deviation, a conclusion.',
    code: 'signOff.targetEntity',
    also: 'workpaper',
    screens: ['review', 'search'],
  },
  {
    term: 'practitioner',
    meaning: 'A person who works in a store, with role, initials and a signing key.',
    code: 'practitioner',
    screens: ['review', 'settings'],
  },
  {
    term: 'preparer',
    meaning: 'Who did the work of a paper and signs it first. The reviewer of the same paper is somebody else.',
    code: 'signOff.role',
    screens: ['review'],
  },
  {
    term: 'prior period',
    meaning:
      'The engagement that this one follows. It is read beside this one, and nothing of it becomes part of this file.',
    code: 'priorPeriod',
    screens: ['compare', 'control'],
  },
  {
    term: 'recipient',
    meaning: 'The key of a colleague for whom a bundle is encrypted; it begins with age1.',
    code: 'colleague.recipient',
    screens: ['bundles', 'keys'],
  },
  {
    term: 'request',
    meaning: 'What the client is asked for, with number, day and what came back.',
    code: 'request',
    also: 'PBC item',
    screens: ['requests'],
  },
  {
    term: 'review note',
    meaning: 'A question or a task that a reviewer leaves at a paper, answered and cleared.',
    code: 'reviewNote',
    screens: ['review'],
  },
  {
    term: 'roll-forward',
    meaning:
      'To begin the next engagement with what the last one planned: controls, procedures, mappings, requests. Samples, results, evidence, conclusions and sign-offs stay behind.',
    code: 'engagement.rollForward',
    screens: ['compare', 'engagements'],
  },
  {
    term: 'sign-off',
    meaning:
      'A practitioner’s signature that they saw a paper as it stood and stand for it. What changed since is computed.',
    code: 'signOff',
    screens: ['review'],
  },
  {
    term: 'statement of applicability',
    meaning: 'For each control of ISO 27001’s Annex A, whether it applies, why, and whether it is there.',
    code: 'isoApplicability',
    screens: ['iso'],
  },
  {
    term: 'store',
    meaning: 'The encrypted folder that holds the engagements of a practitioner or a team on one computer.',
    code: 'store.create',
    screens: ['dashboard', 'engagements', 'settings'],
  },
]
