import type { ParamsOf } from '../../shared/contract/index.ts'
import type { Walkthrough } from '../../shared/contract/walkthrough.ts'
import { dateProblem } from '../ui/dateProblem.ts'

/** The form's fields; empty where nothing is said. */
export type WalkthroughValues = {
  performedOn: string
  performedBy: string
  metWith: string
  instance: string
  trace: string
  forms: string
  suitablyDesigned: boolean
  implemented: boolean
  reasoning: string
}

/** @param by who records it, until somebody else is named */
export function valuesOf(
  walkthrough: Walkthrough | null,
  { today, by }: { today: string; by: string },
): WalkthroughValues {
  return {
    performedOn: walkthrough?.performedOn ?? today,
    performedBy: walkthrough?.performedBy ?? by,
    metWith: walkthrough?.metWith ?? '',
    instance: walkthrough?.instance ?? '',
    trace: walkthrough?.trace ?? '',
    forms: walkthrough?.forms ?? '',
    suitablyDesigned: walkthrough?.suitablyDesigned ?? true,
    implemented: walkthrough?.implemented ?? true,
    reasoning: walkthrough?.reasoning ?? '',
  }
}

const said = (what: string) => (text: string) => (text.trim() === '' ? what : null)

/** What the form asks for before it is saved. */
export const walkthroughProblems = {
  performedOn: dateProblem,
  performedBy: said('Say who walked it through.'),
  instance: said('Name the one instance that was traced.'),
  trace: said('Say what was seen from where it began to where it ended.'),
  reasoning: (text: string, { suitablyDesigned, implemented }: WalkthroughValues) =>
    (suitablyDesigned && implemented) || text.trim() !== '' ? null : 'Say why it is not suitable, or not implemented.',
}

/** @returns the call that saves the form */
export function saveParams(
  controlId: string,
  walkthrough: Walkthrough | null,
  values: WalkthroughValues,
): ParamsOf<'walkthrough.save'> {
  return { ...values, controlId, ...(walkthrough === null ? {} : { walkthroughId: walkthrough.walkthroughId }) }
}
