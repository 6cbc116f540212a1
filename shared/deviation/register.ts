import type { Deviation, DeviationSelection, DeviationStatus } from '../contract/deviation.ts'
import { deviationSteps } from './steps.ts'

/** @returns the deviations that are asked for, in the order that is asked for; equal ones by their number */
export function selectDeviations(deviations: readonly Deviation[], selection: DeviationSelection): Deviation[] {
  const words = (selection.query ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const wanted = deviations.filter(
    (deviation) =>
      (selection.status === undefined || deviation.status === selection.status) &&
      (selection.criterionId === undefined || deviation.criteria.includes(selection.criterionId)) &&
      (selection.nature === undefined || (deviation.nature ?? 'not_judged') === selection.nature) &&
      (selection.recordedBy === undefined || deviation.recordedBy === selection.recordedBy) &&
      words.every((word) => searchText(deviation).includes(word)),
  )
  const ordered = wanted.toSorted((a, b) => compare(keyOf(a, selection.sort), keyOf(b, selection.sort)))
  return selection.descending ? ordered.toReversed() : ordered
}

/** @returns how many deviations stand at each step */
export function countByStatus(deviations: readonly { status: DeviationStatus }[]): Record<DeviationStatus, number> {
  const counts = { open: 0, confirmed: 0, evaluated: 0, concluded: 0 }
  for (const { status } of deviations) counts[status] += 1
  return counts
}

const searchText = (deviation: Deviation): string =>
  [
    deviation.ref,
    deviation.controlRef,
    deviation.itemId,
    deviation.attribute,
    deviation.condition,
    deviation.cause,
    deviation.effect,
    ...deviation.criteria,
  ]
    .join(' ')
    .toLowerCase()

const natures = ['isolated', 'systematic', 'intentional', null]

function keyOf(deviation: Deviation, by: DeviationSelection['sort']): (string | number)[] {
  const number = Number(deviation.ref.replace(/^\D*/, ''))
  switch (by) {
    case 'ref':
      return [number]
    case 'control':
      return [deviation.controlRef, number]
    case 'item':
      return [deviation.itemId ?? '', deviation.attribute ?? '', number]
    case 'nature':
      return [natures.indexOf(deviation.nature), number]
    case 'status':
      return [deviationSteps.indexOf(deviation.status), number]
    case 'recordedAt':
      return [deviation.recordedAt, number]
  }
}

function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [place, one] of a.entries()) {
    const other = b[place] ?? ''
    if (one < other) return -1
    if (one > other) return 1
  }
  return 0
}
