import { DomainError } from '../errors/domainError.ts'
import type { Sha256Hex } from '../journal/entry.ts'
import { checkCount } from './parameters.ts'
import { ticketOf } from './ticket.ts'

/**
 * Systematic selection: one random start from the seed, then an interval of N/n that need not be whole.
 * Position i is floor((D + i·2^256) · N / (n · 2^256)), D being the SHA-256 of seed and ",start" as an integer.
 * @returns positions in the population's file order, from 0, ascending
 * @throws DomainError `sampling.size_exceeds_population`, `sampling.invalid_parameter`
 */
export function systematic(seed: string, populationSize: number, size: number, sha256: Sha256Hex): number[] {
  checkCount(populationSize, 'populationSize')
  checkCount(size, 'size')
  if (size > populationSize) throw new DomainError('sampling.size_exceeds_population', { size, populationSize })
  const start = BigInt(`0x${ticketOf(seed, 'start', sha256)}`)
  const interval = BigInt(populationSize)
  const divisor = BigInt(size) << 256n
  return Array.from({ length: size }, (_, i) => Number(((start + (BigInt(i) << 256n)) * interval) / divisor))
}
