import { DomainError } from '../errors/domainError.ts'
import { compareBytes } from './byteOrder.ts'
import { checkCount, invalid } from './parameters.ts'

export type Stratum = { name: string; count: number }
export type StratumSize = { name: string; size: number }

/**
 * Spreads a sample over strata: every non-empty stratum gets one item first, as far as the size goes, the rest in
 * proportion to what each has left, by largest remainder; ties go to the larger stratum, then by name.
 * @param floor of an extension: what each stratum was allocated before; it keeps that in place of the one item
 * @returns one size for each stratum, in the order given
 * @throws DomainError `sampling.size_exceeds_population`, `sampling.invalid_parameter`
 */
export function allocate({
  size,
  strata,
  floor = [],
}: {
  size: number
  strata: readonly Stratum[]
  floor?: readonly StratumSize[] | undefined
}): StratumSize[] {
  checkCount(size, 'size')
  const places = checkStrata(size, strata)
  const shares: Share[] = strata.map((stratum) => ({ ...stratum, size: 0, remainder: 0n }))
  for (const { name, size: kept } of floor) {
    const share = shares[places.get(name) ?? -1]
    checkCount(kept, 'floor')
    if (share === undefined) throw invalid('floor', 'it names a stratum that does not exist')
    share.size += kept
    if (share.size > share.count) throw invalid('floor', 'it is above what the stratum holds')
  }
  if (allocated(shares) > size) throw invalid('floor', 'it is above the size')
  giveOneEach(shares, size)
  giveInProportion(shares, size)
  return shares.map(({ name, size: own }) => ({ name, size: own }))
}

type Share = Stratum & { size: number; remainder: bigint }

function checkStrata(size: number, strata: readonly Stratum[]): Map<string, number> {
  for (const { count } of strata) checkCount(count, 'count')
  const populationSize = strata.reduce((sum, { count }) => sum + count, 0)
  if (size > populationSize) throw new DomainError('sampling.size_exceeds_population', { size, populationSize })
  const places = new Map(strata.map(({ name }, place) => [name, place]))
  if (places.size < strata.length) throw invalid('strata', 'a name occurs twice')
  return places
}

const allocated = (shares: readonly Share[]) => shares.reduce((sum, share) => sum + share.size, 0)

function giveOneEach(shares: readonly Share[], size: number): void {
  const without = shares.filter((share) => share.size === 0 && share.count > 0).toSorted(largerFirst)
  for (const share of without.slice(0, size - allocated(shares))) share.size = 1
}

/** A remainder is left only where a stratum has more than its whole share, so one item more never exceeds what it holds. */
function giveInProportion(shares: readonly Share[], size: number): void {
  const rest = BigInt(size - allocated(shares))
  const allLeft = BigInt(shares.reduce((sum, share) => sum + share.count - share.size, 0))
  if (rest === 0n) return
  for (const share of shares) {
    const portion = rest * BigInt(share.count - share.size)
    share.size += Number(portion / allLeft)
    share.remainder = portion % allLeft
  }
  const byRemainder = shares.toSorted(
    (a, b) => Number(b.remainder > a.remainder) - Number(b.remainder < a.remainder) || largerFirst(a, b),
  )
  for (const share of byRemainder.slice(0, size - allocated(shares))) share.size += 1
}

const largerFirst = (a: Stratum, b: Stratum) => b.count - a.count || compareBytes(a.name, b.name)
