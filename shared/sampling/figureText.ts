import type { Fraction } from './parameters.ts'

/** @returns a count as it stands in a workpaper: `1,400` */
export function countText(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',')
}

/** @returns a count with its noun: `1 item`, `2 items` */
export function countOf(count: number, noun: string): string {
  return `${countText(count)} ${noun}${count === 1 ? '' : 's'}`
}

/** @returns a confidence or a rate that a person chose, with the digits it was given: `90 %`, `7.5 %` */
export function fractionText(fraction: Fraction): string {
  return `${Number((Number(fraction) * 100).toPrecision(15))} %`
}

/** @returns a deviation rate with one decimal, rounded to the nearest: `4.0 %` */
export function rateText(deviations: number, examined: number): string {
  return `${(Math.round((deviations * 1000) / examined) / 10).toFixed(1)} %`
}

/**
 * An upper limit with one decimal, always rounded up, as the published tables do: 8.79 % and 8.71 % are both `8.8 %`.
 * The last digits of floating point (a limit that is 90 % exactly) do not count as above.
 */
export function limitText(upperLimit: number): string {
  return `${(Math.ceil(upperLimit * 1000 - 1e-9) / 10).toFixed(1)} %`
}
