import { DomainError } from '../errors/domainError.ts'

/**
 * A decimal number as a person writes it, exactly: `numerator / denominator`, the denominator a power of ten.
 * 0.06 of 100 items is 6 items, although `0.06 * 100` in binary floating point is above 6; so rates are converted once
 * and counted with integers.
 */
export type Decimal = {
  readonly numerator: bigint
  readonly denominator: bigint
  /** The nearest floating-point number, for everything that is no comparison. */
  readonly value: number
}

/** Beyond every number that JavaScript can hold; keeps a hostile exponent from filling the memory. */
const mostPlaces = 400

/**
 * @param value a number stands for its shortest decimal text (0.06 is 6/100, 1e-7 is 1/10,000,000); a text for itself
 * @param name of the parameter, for the error
 * @throws DomainError `sampling.invalid_parameter` for what is not a plain decimal number
 */
export function toDecimal(value: number | string, name: string): Decimal {
  const text = String(value)
  const parts = /^(-?)(\d{1,400})(?:\.(\d{1,400}))?(?:e([+-]?\d{1,4}))?$/i.exec(text)
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts ?? []
  const places = fraction.length - Number(exponent)
  if (parts === null || Math.abs(places) > mostPlaces) {
    throw new DomainError('sampling.invalid_parameter', { name, reason: 'it is not a decimal number' })
  }
  const digits = BigInt(sign + whole + fraction)
  return places >= 0 ? decimal(digits, places) : decimal(digits * 10n ** BigInt(-places), 0)
}

function decimal(numerator: bigint, places: number): Decimal {
  return { numerator, denominator: 10n ** BigInt(places), value: Number(`${numerator}e-${places}`) }
}

/** @returns 1 − rate, exactly: the sampling risk that belongs to a confidence */
export function complement(rate: Decimal): Decimal {
  return decimal(rate.denominator - rate.numerator, rate.denominator.toString().length - 1)
}

/** @returns -1, 0 or 1 as `a` is below, equal to or above `b` */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator
  return difference < 0n ? -1 : Number(difference > 0n)
}

/** @returns the smallest whole number of items that is not below `rate` of `count` items */
export function ceilOf(rate: Decimal, count: number): number {
  return Number((rate.numerator * BigInt(count) + rate.denominator - 1n) / rate.denominator)
}

/** @returns the largest count of items of which `rate`, rounded up, is still `part`; the rate is above 0 */
export function mostItemsWith(rate: Decimal, part: number): number {
  return Number((BigInt(part) * rate.denominator) / rate.numerator)
}
