import { errorCatalogue, type ErrorCode } from './catalogue.ts'

/** Where and with which values an error happened: file, row, column, field, limits. Plain JSON, safe to show. */
export type ErrorDetails = Record<string, unknown>

/** An error as it travels between processes and to the headless host's stderr. */
export type ErrorAnswer = { code: ErrorCode; message: string; details: ErrorDetails }

/** A rule of the trade that was not met: a stable code, a sentence for the auditor, and the place. */
export class DomainError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  /** @param details fill the `{name}` places of the code's sentence, and say where it happened */
  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(sentence(code, details))
    this.name = 'DomainError'
    this.code = code
    this.details = details
  }

  /** @returns the form that crosses a process border */
  toAnswer(): ErrorAnswer {
    return { code: this.code, message: this.message, details: this.details }
  }
}

const longestShownValue = 40

function sentence(code: ErrorCode, details: ErrorDetails): string {
  return errorCatalogue[code].replaceAll(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(details, name) ? shown(details[name]) : place,
  )
}

/** Values come from outside, so they are cut and stripped of control and direction characters before anybody reads them. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  const visible = text.replaceAll(/[\p{Cc}\p{Cf}]/gu, '\u{FFFD}')
  return visible.length > longestShownValue ? `${visible.slice(0, longestShownValue)}…` : visible
}
