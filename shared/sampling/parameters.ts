import { DomainError } from '../errors/domainError.ts'
import { type Decimal, toDecimal } from './rate.ts'

/** A rate or confidence as it arrives: a fraction, as a number or as decimal text; never a percentage. */
export type Fraction = number | string

/**
 * @returns the confidence, exactly
 * @throws DomainError `sampling.invalid_parameter` unless it lies between 0 and 1, both excluded
 */
export function readConfidence(confidence: Fraction): Decimal {
  const read = toDecimal(confidence, 'confidence')
  if (read.numerator <= 0n || read.numerator >= read.denominator) {
    throw invalid('confidence', 'it lies between 0 and 1, both excluded')
  }
  return read
}

/**
 * @returns the rate, exactly
 * @throws DomainError `sampling.invalid_parameter` unless it lies from 0 to 1
 */
export function readRate(rate: Fraction, name: string): Decimal {
  const read = toDecimal(rate, name)
  if (read.numerator < 0n || read.numerator > read.denominator) throw invalid(name, 'it lies from 0 to 1')
  return read
}

/** @throws DomainError `sampling.invalid_parameter` unless `count` is a whole number of at least `least` */
export function checkCount(count: number, name: string, least = 0): void {
  if (!Number.isSafeInteger(count) || count < least) throw invalid(name, `it is a whole number of at least ${least}`)
}

/** @returns the error for a parameter outside its domain */
export function invalid(name: string, reason: string): DomainError {
  return new DomainError('sampling.invalid_parameter', { name, reason })
}
