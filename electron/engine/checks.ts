import { z } from 'zod'
import type { MethodDefinition } from '../../shared/contract/define.ts'
import { DomainError } from '../../shared/errors/domainError.ts'

/** @returns the parameters, checked and with defaults; @throws DomainError `call.invalid_params` with the place */
export function checkParams(method: string, { params }: MethodDefinition, value: unknown): unknown {
  const checked = params.safeParse(value ?? {})
  if (checked.success) return checked.data
  throw new DomainError('call.invalid_params', {
    method,
    problem: z.prettifyError(checked.error),
    issues: issuesOf(checked.error),
  })
}

/** @returns the answer; @throws DomainError `call.invalid_result`: the handler broke the contract */
export function checkResult(method: string, { result }: MethodDefinition, value: unknown): unknown {
  const checked = result.safeParse(value)
  if (checked.success) return checked.data
  throw new DomainError('call.invalid_result', {
    method,
    problem: z.prettifyError(checked.error),
    issues: issuesOf(checked.error),
  })
}

function issuesOf(error: z.ZodError): { path: string; problem: string }[] {
  return error.issues.map(({ path, message }) => ({ path: path.join('.'), problem: message }))
}
