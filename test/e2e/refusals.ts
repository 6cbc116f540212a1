import { expect } from 'vitest'
import type { TestWindow } from './window.ts'

/** What the browser says when it refuses something. */
const refusal =
  /Content Security Policy|Refused to|violates|This document requires 'Trusted|Not allowed to (load|navigate)|ERR_BLOCKED_BY_CLIENT|ERR_FAILED/

/** Takes the errors of the console out, and asserts that each of them is a refusal and that there was one. */
export function expectRefusals({ errors }: TestWindow): void {
  const found = errors.splice(0)
  expect(found.length).toBeGreaterThan(0)
  expect(found.filter((text) => !refusal.test(text))).toEqual([])
}
