/**
 * Hybrid logical clock (Kulkarni et al. 2014): follows the wall clock, never goes back, and orders what two devices wrote
 * without knowing of each other the same way everywhere. It prints as a string that sorts: `<milliseconds>-<counter>-<device>`.
 */
export type HybridTime = string

const millisecondDigits = 12
const counterDigits = 6
const highestCounter = 16 ** counterDigits - 1

/**
 * @param latest the highest hybrid time that this copy has seen, from any device, or `null`
 * @param wallClock milliseconds since 1970; may have been set back
 * @returns a hybrid time above `latest`
 */
export function tick(latest: HybridTime | null, wallClock: number, deviceId: string): HybridTime {
  const last = latest === null ? { milliseconds: 0, counter: 0 } : read(latest)
  if (wallClock > last.milliseconds) return print(wallClock, 0, deviceId)
  return last.counter < highestCounter
    ? print(last.milliseconds, last.counter + 1, deviceId)
    : print(last.milliseconds + 1, 0, deviceId)
}

/** @returns the wall clock's share of a hybrid time, in milliseconds since 1970 */
export function millisecondsOf(time: HybridTime): number {
  return read(time).milliseconds
}

/** How far the clocks of two devices may stand apart before one of them is said to have been behind. */
const usualSkewMilliseconds = 60_000

/** Whether the clock stood earlier than what the journal had seen when an entry was written: set back, or far behind another. */
export function wasBehind(time: HybridTime, at: string): boolean {
  return millisecondsOf(time) - Date.parse(at) > usualSkewMilliseconds
}

/** The last millisecond of the year 9999. After a later time no clock could tick: its digits would not suffice. */
const latestMilliseconds = 253_402_300_799_999

/** Whether a text has the one form that {@link tick} writes for this device, and is no time that ends all time. */
export function isHybridTimeOf(time: string, deviceId: string): boolean {
  return (
    /^[0-9a-f]{12}-[0-9a-f]{6}-/.test(time) &&
    time.slice(millisecondDigits + counterDigits + 2) === deviceId &&
    millisecondsOf(time) <= latestMilliseconds
  )
}

function read(time: HybridTime): { milliseconds: number; counter: number } {
  const [milliseconds = '', counter = ''] = time.split('-')
  return { milliseconds: Number.parseInt(milliseconds, 16), counter: Number.parseInt(counter, 16) }
}

function print(milliseconds: number, counter: number, deviceId: string): HybridTime {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')
  return `${hex(milliseconds, millisecondDigits)}-${hex(counter, counterDigits)}-${deviceId}`
}
