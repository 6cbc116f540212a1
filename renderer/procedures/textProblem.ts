import { DomainError } from '../../shared/errors/domainError.ts'
import { checkPlaceholders } from '../../shared/procedure/placeholders.ts'

/** @returns what is wrong with the text of a procedure, in words; `null` if nothing is */
export function textProblem(text: string): string | null {
  if (text.trim() === '') return 'Say what is done, so that another auditor could do it again.'
  try {
    checkPlaceholders(text)
    return null
  } catch (error) {
    if (error instanceof DomainError) return error.message
    throw error
  }
}
