/** @returns how a version of three numbers, such as `1.10.0`, stands to another (Semantic Versioning 2.0.0, item 11) */
export function compareVersions(version: string, other: string): 'newer' | 'same' | 'older' {
  const others = numbersOf(other)
  for (const [place, number] of numbersOf(version).entries()) {
    const difference = number - (others[place] ?? 0)
    if (difference !== 0) return difference > 0 ? 'newer' : 'older'
  }
  return 'same'
}

const numbersOf = (version: string): number[] => version.split('.').map(Number)
