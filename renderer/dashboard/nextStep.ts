import type { Engagement } from '../../shared/contract/engagement.ts'
import { links } from '../app/links.ts'

/** @returns the next thing to do in the order of the work, and where */
export function nextStep(
  engagementId: string,
  { reportType, progress }: Pick<Engagement, 'reportType' | 'progress'>,
): { words: string; href: string } {
  const { controls, deviationsOpen, controlsConcluded } = progress
  if (controls === 0) return { words: 'Import the control matrix', href: links.controls(engagementId) }
  if (reportType === 'type2' && isTestingOpen(progress)) return testingStep(engagementId, progress)
  if (reportType === 'type1' && controlsConcluded + deviationsOpen === 0) {
    return { words: 'Walk through the controls and conclude on their design', href: links.controls(engagementId) }
  }
  if (deviationsOpen > 0) return { words: 'Evaluate the open deviations', href: links.deviations(engagementId) }
  if (controlsConcluded < controls) return { words: 'Conclude on the controls', href: links.controls(engagementId) }
  return { words: 'Decide the opinion', href: links.conclusions(engagementId) }
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
): { words: string; href: string } {
  if (populations === 0) return { words: 'Import a population', href: links.populations(engagementId) }
  if (populationsConcluded < populations) {
    return { words: 'Conclude on completeness and accuracy of the populations', href: links.populations(engagementId) }
  }
  if (samples === 0) return { words: 'Draw a sample for a control', href: links.controls(engagementId) }
  if (resultsExpected === 0)
    return { words: 'Write the test procedure of a control', href: links.controls(engagementId) }
  return { words: 'Fill the test sheets', href: links.controls(engagementId) }
}
