/** Sections of an engagement that people take on: parts of the work, and the criteria by series. */
const partsOfTheWork = [
  'scope',
  'populations',
  'requests',
  'thirdParties',
  'evidence',
  'deviations',
  'opinion',
  'report',
]

/**
 * @param criteria ids of the criteria in scope, such as `CC6.1`
 * @returns the sections in the order of the work: parts, with the series of criteria between evidence and deviations
 */
export function sectionsOf(criteria: readonly string[]): string[] {
  const series = [...new Set(criteria.map((id) => id.replace(/\..*$/, '')))]
  const after = partsOfTheWork.indexOf('deviations')
  return [...partsOfTheWork.slice(0, after), ...series, ...partsOfTheWork.slice(after)]
}
