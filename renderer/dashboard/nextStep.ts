import type { Dashboard } from '../../shared/contract/dashboard.ts'
import type { Engagement } from '../../shared/contract/engagement.ts'
import type { FileStanding } from '../../shared/contract/lock.ts'
import type { StepName } from '../../shared/dashboard/phases.ts'
import { links } from '../app/links.ts'

/** What the next step follows from: counts, phases, and where the file is on its way to the lock. */
export type StepFacts = Pick<Engagement, 'reportType' | 'progress'> &
  Pick<Dashboard, 'phases'> & {
    standing: Pick<FileStanding, 'lock'> & { dates: Pick<FileStanding['dates'], 'reportOn' | 'releaseOn'> }
  }

type Step = { words: string; href: string }

/** @returns the next thing to do in the order of the work, and where */
export function nextStep(engagementId: string, facts: StepFacts): Step {
  const { reportType, progress, standing } = facts
  const { controls, deviationsOpen, controlsConcluded } = progress
  if (standing.lock !== null) return { words: 'Nothing is left: the file is locked', href: links.gates(engagementId) }
  if (controls === 0) return { words: 'Import the control matrix', href: links.controls(engagementId) }
  if (reportType === 'type2' && isTestingOpen(progress)) return testingStep(engagementId, progress)
  if (reportType === 'type1' && controlsConcluded + deviationsOpen === 0) {
    return { words: 'Walk through the controls and conclude on their design', href: links.controls(engagementId) }
  }
  if (deviationsOpen > 0) return { words: 'Evaluate the open deviations', href: links.deviations(engagementId) }
  if (controlsConcluded < controls) return { words: 'Conclude on the controls', href: links.controls(engagementId) }
  return reportStep(engagementId, facts)
}

type Progress = Engagement['progress']

/** Whether populations, samples or test sheets are unfinished. */
const isTestingOpen = ({ populations, populationsConcluded, samples, resultsExpected, resultsRecorded }: Progress) =>
  populations === 0 ||
  populationsConcluded < populations ||
  samples === 0 ||
  resultsExpected === 0 ||
  resultsRecorded < resultsExpected

function testingStep(
  engagementId: string,
  { populations, populationsConcluded, samples, resultsExpected }: Progress,
): Step {
  if (populations === 0) return { words: 'Import a population', href: links.populations(engagementId) }
  if (populationsConcluded < populations) {
    return { words: 'Conclude on completeness and accuracy of the populations', href: links.populations(engagementId) }
  }
  if (samples === 0) return { words: 'Draw a sample for a control', href: links.controls(engagementId) }
  if (resultsExpected === 0)
    return { words: 'Write the test procedure of a control', href: links.controls(engagementId) }
  return { words: 'Fill the test sheets', href: links.controls(engagementId) }
}

/** What is left once every control is concluded on. A date that is given was given with all before it done. */
function reportStep(engagementId: string, { phases, standing: { dates } }: StepFacts): Step {
  if (dates.releaseOn !== null) return { words: 'Complete the file and lock it', href: links.gates(engagementId) }
  if (dates.reportOn !== null) return { words: 'Release the report', href: links.gates(engagementId) }
  const open = new Set(phases.flatMap(({ steps }) => steps.flatMap((one) => (one.done < one.total ? [one.step] : []))))
  const first = stepsToReport.find(({ step }) => open.has(step))
  if (first !== undefined) return { words: first.words, href: first.link(engagementId) }
  return { words: 'Check the report, then give its date', href: links.report(engagementId) }
}

const stepsToReport: readonly { step: StepName; words: string; link: (engagementId: string) => string }[] = [
  { step: 'criteria_concluded', words: 'Conclude on the criteria', link: links.conclusions },
  { step: 'parts_decided', words: 'Decide the opinion', link: links.conclusions },
  { step: 'papers_prepared', words: 'Sign the papers', link: links.review },
  { step: 'papers_reviewed', words: 'Review the papers', link: links.review },
  { step: 'notes_cleared', words: 'Clear the review notes', link: links.review },
]
