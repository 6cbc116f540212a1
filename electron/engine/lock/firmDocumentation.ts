import type { Reader } from '../../../db/reader.ts'
import { update } from '../../../shared/journal/change.ts'
import { usualCompletionDays, usualRetentionYears } from '../../../shared/lock/dates.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { storeScope } from '../teamMember.ts'

const completionDaysSetting = 'completionDays'
const retentionYearsSetting = 'retentionYears'

/** @returns the firm's days until a file is complete and years that it is kept */
export function firmDocumentation(reader: Reader): ResultOf<'firm.documentation'> {
  const setting = (name: string, usual: number) => Number(reader.get('firmSetting', name)?.value ?? usual)
  return {
    completionDays: setting(completionDaysSetting, usualCompletionDays),
    retentionYears: setting(retentionYearsSetting, usualRetentionYears),
  }
}

/** Holds for reports that are dated from now on; a file that has its report date keeps what was in force. */
export function setFirmDocumentation(
  { completionDays, retentionYears }: CheckedParamsOf<'firm.setDocumentation'>,
  { reader }: CommandContext,
): Outcome<ResultOf<'firm.setDocumentation'>> {
  const before = firmDocumentation(reader)
  const set = (name: string, value: number) => update('firmSetting', name, { value: String(value) })
  return {
    engagementId: storeScope,
    changes: [
      ...(before.completionDays === completionDays ? [] : set(completionDaysSetting, completionDays)),
      ...(before.retentionYears === retentionYears ? [] : set(retentionYearsSetting, retentionYears)),
    ],
    answer: () => ({}),
  }
}
