import { writable } from './writable.ts'

/** Writes text so that no reader takes any of it for markup. */
export function escaped(text: string): string {
  return writable(text).replaceAll(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`)
}
