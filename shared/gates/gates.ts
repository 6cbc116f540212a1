import type { Gate, GateCode, GatePlace, Milestone } from '../contract/gates.ts'

/** What was found open of one kind: `count` of them in all these papers together. */
export type Found = { code: GateCode; entity: string; id: string; label: string; count: number; within?: string }

/** How many papers a gate names; the others are behind the first ones. */
const namedPlaces = 20

type Rule = { milestone: Milestone; says: (count: number, first: string) => string }

const things = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`
const have = (count: number) => (count === 1 ? 'has' : 'have')
const are = (count: number) => (count === 1 ? 'is' : 'are')

/** The milestone that each kind of open point belongs to, and how it is said (AT-C 105 and 205, AU-C 230). */
const rules: Record<GateCode, Rule> = {
  criterion_without_control: {
    milestone: 'planning',
    says: (n) => `${things(n, 'criterion', 'criteria')} in scope ${have(n)} no control.`,
  },
  control_without_criterion: {
    milestone: 'planning',
    says: (n) => `${things(n, 'control')} ${are(n)} mapped to no criterion.`,
  },
  population_not_concluded: {
    milestone: 'fieldwork',
    says: (n) => `${things(n, 'population')} ${have(n)} no conclusion on completeness and accuracy.`,
  },
  procedure_not_performed: {
    milestone: 'fieldwork',
    says: (n) => `${things(n, 'procedure')} ${have(n)} nothing recorded yet.`,
  },
  item_without_result: {
    milestone: 'fieldwork',
    says: (n) => `${things(n, 'cell')} of the test sheets ${have(n)} no result.`,
  },
  evidence_damaged: {
    milestone: 'fieldwork',
    says: (n) => `${things(n, 'file')} of evidence did not match ${n === 1 ? 'its' : 'their'} hash when last checked.`,
  },
  deviation_not_described: {
    milestone: 'report',
    says: (n) => `${things(n, 'cell')} failed without a deviation that describes ${n === 1 ? 'it' : 'them'}.`,
  },
  deviation_not_concluded: { milestone: 'report', says: (n) => `${things(n, 'deviation')} ${are(n)} not concluded.` },
  control_not_concluded: {
    milestone: 'report',
    says: (n) => `${things(n, 'conclusion')} on controls ${are(n)} missing.`,
  },
  criterion_not_concluded: {
    milestone: 'report',
    says: (n) => `${things(n, 'conclusion')} on criteria ${are(n)} missing.`,
  },
  opinion_not_decided: {
    milestone: 'report',
    says: (n) => `${things(n, 'part')} of the opinion ${are(n)} not decided.`,
  },
  letter_wrong: {
    milestone: 'report',
    says: (n, first) => (n === 1 ? first : `${n} points are open about management's letters.`),
  },
  description_criterion_open: {
    milestone: 'report',
    says: (n) =>
      `The description is not held against ${things(n, 'description criterion', 'description criteria')} yet.`,
  },
  conflict_open: {
    milestone: 'report',
    says: (n) => `${things(n, 'field')} that two people changed apart ${are(n)} not settled.`,
  },
  note_open: { milestone: 'report', says: (n) => `${things(n, 'review note')} ${are(n)} not cleared.` },
  sign_off_invalid: { milestone: 'report', says: (n) => `Sign-offs on ${things(n, 'paper')} are not genuine.` },
  paper_not_signed: { milestone: 'report', says: (n) => `${things(n, 'paper')} ${are(n)} not signed by a preparer.` },
  changed_since_sign_off: {
    milestone: 'report',
    says: (n) => `${things(n, 'paper')} changed since ${n === 1 ? 'it was' : 'they were'} signed.`,
  },
  paper_not_reviewed: {
    milestone: 'report',
    says: (n) => `${things(n, 'paper')} ${are(n)} signed by the preparer and not reviewed.`,
  },
  quality_review_late: {
    milestone: 'release',
    says: (n) => `The quality review of ${things(n, 'paper')} is dated after the report.`,
  },
  report_not_dated: { milestone: 'release', says: () => 'The report has no date.' },
  report_not_released: { milestone: 'lock', says: () => 'The day on which the report was released is not recorded.' },
  reference_dangling: {
    milestone: 'lock',
    says: (n) =>
      `${things(n, 'reference')} in texts ${n === 1 ? 'points' : 'point'} at what was removed or is unknown.`,
  },
  late_change_open: {
    milestone: 'lock',
    says: (n) => `${things(n, 'late change')} ${have(n)} no conclusions yet.`,
  },
  late_change_not_reviewed: {
    milestone: 'lock',
    says: (n) => `${things(n, 'late change')} ${are(n)} not reviewed by somebody else.`,
  },
}

export const milestones: readonly Milestone[] = ['planning', 'fieldwork', 'report', 'release', 'lock']

/** @returns what blocks each milestone, one gate a kind, in the order of {@link rules} */
export function gatesOf(found: readonly Found[]): Record<Milestone, Gate[]> {
  const byCode = Map.groupBy(found, ({ code }) => code)
  const gates = (milestone: Milestone) =>
    (Object.keys(rules) as GateCode[])
      .filter((code) => rules[code].milestone === milestone)
      .flatMap((code) => gateOf(code, byCode.get(code) ?? []))
  return {
    planning: gates('planning'),
    fieldwork: gates('fieldwork'),
    report: gates('report'),
    release: gates('release'),
    lock: gates('lock'),
  }
}

function gateOf(code: GateCode, found: readonly Found[]): Gate[] {
  const [first] = found
  if (first === undefined) return []
  const count = found.reduce((sum, one) => sum + one.count, 0)
  const places = found.slice(0, namedPlaces).map(placeOf)
  return [{ code, count, text: rules[code].says(count, first.label), places }]
}

const placeOf = ({ entity, id, label, within }: Found): GatePlace => ({
  entity,
  id,
  label,
  ...(within === undefined ? {} : { within }),
})
