import { links } from '../app/links.ts'

/** A stop of the tour: a screen, and what it is for. */
export type Stop = { title: string; text: string; link: (engagementId: string) => string }

/** The way through the sample engagement, in the order of the work. */
export const stops: readonly Stop[] = [
  {
    title: 'Dashboard',
    text: 'Where the engagement stands. Every number leads to the place that it comes from; "Next step" says what to do now.',
    link: links.dashboard,
  },
  {
    title: 'Scope',
    text: 'Which criteria the report speaks of, the boundary of the system, commitments, and organisations that others rest on.',
    link: links.scope,
  },
  {
    title: 'Controls',
    text: 'The control matrix. It came from a spreadsheet: "Import a matrix…" maps the columns of your own.',
    link: links.controls,
  },
  {
    title: 'Populations',
    text: 'Lists of everything that happened, checked for completeness and accuracy before anything is drawn from them.',
    link: links.populations,
  },
  {
    title: 'Deviations',
    text: 'What the tests of CHG-01 found. Each goes from open over confirmed and evaluated to concluded.',
    link: links.deviations,
  },
  {
    title: 'Conclusions and opinion',
    text: 'From the item to the opinion: what is proposed, why, and what still stands in its way.',
    link: links.conclusions,
  },
  {
    title: 'Journal',
    text: 'Every change ever made, chained by hashes. Nothing that an auditor sees is written in any other way. That is all: look around, "?" shows the keys of each screen.',
    link: links.journal,
  },
]
