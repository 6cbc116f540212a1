import { z } from 'zod'
import type { MethodDefinition } from '../../shared/contract/define.ts'
import { DomainError } from '../../shared/errors/domainError.ts'

/** Places of an error that are told. */
const mostIssues = 20

/** @returns the parameters, checked and with defaults; @throws DomainError `call.invalid_params` with the place */
export function checkParams(method: string, { params }: MethodDefinition, value: unknown): unknown {
  const checked = params.safeParse(value ?? {})
  const broken = checked.success ? brokenText(checked.data, []) : undefined
  if (broken !== undefined) throw new DomainError('call.invalid_params', { method, ...told(halfCharacter(broken)) })
  if (checked.success) return checked.data
  throw new DomainError('call.invalid_params', { method, ...told(checked.error) })
}

/** @returns the answer; @throws DomainError `call.invalid_result`: the handler broke the contract */
export function checkResult(method: string, { result }: MethodDefinition, value: unknown): unknown {
  const checked = result.safeParse(value)
  if (checked.success) return checked.data
  throw new DomainError('call.invalid_result', { method, ...told(checked.error) })
}

/** The first places that are wrong: a list of ten thousand that are says no more, and would be sent as a text of megabytes. */
function told(error: z.ZodError): { problem: string; issues: { path: string; problem: string }[] } {
  const issues = error.issues.slice(0, mostIssues)
  return {
    problem: z.prettifyError(new z.ZodError(issues)),
    issues: issues.map(({ path, message }) => ({ path: path.join('.'), problem: message })),
  }
}

type Path = readonly (string | number)[]

/**
 * Half of a character (a lone surrogate) has no bytes in UTF-8, so that no journal could be signed over it.
 * @returns the first place that holds one
 */
function brokenText(value: unknown, path: Path): Path | undefined {
  if (typeof value === 'string') return value.isWellFormed() ? undefined : path
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return undefined
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  for (const [key, part] of entries) {
    const found = brokenText(String(key), path) ?? brokenText(part, [...path, key])
    if (found !== undefined) return found
  }
  return undefined
}

function halfCharacter(path: Path): z.ZodError {
  const message = 'It holds half of a character (a lone surrogate)'
  return new z.ZodError([{ code: 'custom', path: [...path], message, input: undefined }])
}
