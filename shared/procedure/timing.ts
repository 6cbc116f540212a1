import type { ReportType } from '../contract/engagement.ts'
import type { ProcedureTiming } from '../contract/procedure.ts'
import { DomainError } from '../errors/domainError.ts'

/**
 * A Type 1 engagement speaks of one day, so nothing in it is performed over a period.
 * @returns the timing as it is kept: as of the date for every procedure of a Type 1 engagement
 * @throws DomainError `procedure.timing_needs_period`
 */
export function timingFor(reportType: ReportType, timing: ProcedureTiming | null): ProcedureTiming | null {
  if (reportType === 'type2') return timing
  if (timing !== null && timing !== 'as_of') throw new DomainError('procedure.timing_needs_period')
  return 'as_of'
}
