import type { Deviation, DeviationStatus } from '../contract/deviation.ts'
import { DomainError } from '../errors/domainError.ts'

/** The way of a deviation, in order. */
export const deviationSteps = ['open', 'confirmed', 'evaluated', 'concluded'] as const satisfies DeviationStatus[]

/** What a deviation has to say before it may take a step. */
export type DeviationFacts = Pick<
  Deviation,
  'cause' | 'nature' | 'effect' | 'criterionEffect' | 'clientStatement' | 'clientPerson' | 'clientSaidOn'
>

const neededFor: Record<DeviationStatus, readonly [keyof DeviationFacts, string][]> = {
  open: [],
  confirmed: [
    ['clientStatement', 'statement'],
    ['clientPerson', 'person'],
    ['clientSaidOn', 'day'],
  ],
  evaluated: [
    ['cause', 'cause'],
    ['nature', 'nature'],
  ],
  concluded: [
    ['effect', 'effect on control'],
    ['criterionEffect', 'effect on criteria'],
  ],
}

/** @returns what is missing for a step itself, in words; none if it may be taken */
export function missingFor(status: DeviationStatus, facts: DeviationFacts): string[] {
  return neededFor[status].flatMap(([fact, words]) => ((facts[fact] ?? '').trim() === '' ? [words] : []))
}

/**
 * A deviation that is confirmed, evaluated or concluded keeps what its steps rest on.
 * The facts are agreed with the client before anybody judges what they mean.
 * @throws DomainError `deviation.confirmation_required`, `deviation.cause_required`
 */
export function checkFacts(status: DeviationStatus, facts: DeviationFacts): void {
  for (const step of deviationSteps.slice(0, deviationSteps.indexOf(status) + 1)) {
    const missing = missingFor(step, facts)
    if (missing.length === 0) continue
    const code = step === 'confirmed' ? 'deviation.confirmation_required' : 'deviation.cause_required'
    throw new DomainError(code, { status: step, missing: missing.join(', ') })
  }
}

/**
 * Checks a step: one forward, with its facts, or any number back, with the reason.
 * @throws DomainError `deviation.step_skipped`, `deviation.reason_required`, those of {@link checkFacts}
 */
export function checkStep(
  from: DeviationStatus,
  to: DeviationStatus,
  { facts, reason }: { facts: DeviationFacts; reason: string | undefined },
): void {
  const way = deviationSteps.indexOf(to) - deviationSteps.indexOf(from)
  if (way > 1)
    throw new DomainError('deviation.step_skipped', {
      status: from,
      next: deviationSteps[deviationSteps.indexOf(from) + 1],
    })
  if (way === 1) checkFacts(to, facts)
  if (way < 0 && reason === undefined) throw new DomainError('deviation.reason_required', { status: from, next: to })
}
