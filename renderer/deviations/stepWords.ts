import type { Deviation, DeviationStatus } from '../../shared/contract/deviation.ts'
import { instantWords } from '../ui/dates.ts'

/** What takes a deviation to a step. */
export const stepActions: Record<DeviationStatus, string> = {
  open: 'Open again',
  confirmed: 'Save and confirm with the client',
  evaluated: 'Save and mark as evaluated',
  concluded: 'Save and conclude',
}

/** @returns who took a deviation to a step, and when; `null` where nobody did */
export function stepTaken(deviation: Deviation, status: DeviationStatus): string | null {
  if (status === 'open') return `${deviation.recordedBy}, ${instantWords(deviation.recordedAt)}`
  const step = deviation[status]
  return step === null ? null : `${step.by}, ${instantWords(step.at)}`
}
