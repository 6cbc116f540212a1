import canonicalize from 'canonicalize'
import { z } from 'zod'
import { DomainError } from '../../../shared/errors/domainError.ts'

/** What a publisher signs about one installer. */
const ReleaseStatement = z.strictObject({
  format: z.literal('tickmark-release'),
  /** Of this form. */
  form: z.literal(1),
  /** Of the program in it. */
  version: z.string().regex(/^(?:0|[1-9]\d{0,4})(?:\.(?:0|[1-9]\d{0,4})){2}$/),
  /** The installer's file name. */
  file: z.string().min(1).max(200),
  bytes: z.number().int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type ReleaseStatement = z.infer<typeof ReleaseStatement>

/** A statement as it was signed: the bytes of its line with the line's end, and the armored signature after it. */
export type SignedStatement = { statement: ReleaseStatement; signed: Uint8Array; armor: Uint8Array }

/** @returns the line that is signed: canonical JSON (RFC 8785) and a line feed */
export function statementLine(statement: ReleaseStatement): string {
  return `${canonicalize(statement)}\n`
}

/**
 * Reads `NAME.signed`: the statement in its first line, then an SSH signature of that line, line feed included.
 * @throws DomainError `release.invalid_statement`
 */
export function readSignedStatement(text: Buffer): SignedStatement {
  const end = text.indexOf('\n') + 1
  if (end === 0) throw invalid('it has one line only')
  const signed = text.subarray(0, end)
  const read = ReleaseStatement.safeParse(jsonOf(signed.toString('utf8')))
  if (!read.success)
    throw invalid(`its first line does not say ${read.error.issues[0]?.path.join('.') || 'what it should'}`)
  if (statementLine(read.data) !== signed.toString('utf8')) throw invalid('its first line is not canonical JSON')
  return { statement: read.data, signed, armor: text.subarray(end) }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw invalid('its first line is not JSON')
  }
}

const invalid = (problem: string) => new DomainError('release.invalid_statement', { problem })
