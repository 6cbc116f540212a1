import type { ReportType } from '../../shared/contract/engagement.ts'
import { useEngineQuery } from '../engine/hooks.ts'

/** @returns whether an engagement is of a period or as of a date; `undefined` while it is not loaded, or none is open */
export function useReportType(engagementId: string | undefined): ReportType | undefined {
  const engagement = useEngineQuery(
    'engagement.get',
    { engagementId: engagementId ?? '' },
    { enabled: engagementId !== undefined },
  )
  return engagement.data?.reportType
}
