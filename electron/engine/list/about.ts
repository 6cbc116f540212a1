import type { JobContext } from '../handler.ts'
import { instantText } from '../../../shared/period/instantText.ts'
import { loadEngagement } from '../engagement.ts'
import type { ListTable } from './listTable.ts'

type AboutFacts = { shown: string | undefined; rows: number; total: number }

/** @returns what stands with a list: whose it is, which rows, who wrote it and when; empty texts are not known */
export function aboutList(
  { engagementId }: ListTable,
  { shown = '', rows, total }: AboutFacts,
  { reader, actor, now }: JobContext,
): [head: string, text: string][] {
  return [
    ...(engagementId === null ? [] : engagementFacts(loadEngagement(reader, engagementId))),
    ['Narrowed to', shown],
    ['Rows', rows === total ? String(rows) : `${rows} of ${total}`],
    ['Written', `${instantText(now.at)} by ${actor.name}`],
  ]
}

type EngagementFacts = Pick<
  ReturnType<typeof loadEngagement>,
  'client' | 'system' | 'reportType' | 'periodStart' | 'periodEnd' | 'asOf'
>

/** @returns whose papers they are, and of which days */
export function engagementFacts(engagement: EngagementFacts): [head: string, text: string][] {
  const { client, system, reportType, periodStart, periodEnd, asOf } = engagement
  const dates: [string, string] =
    reportType === 'type1' ? ['As of', asOf ?? ''] : ['Period', `${periodStart ?? ''} to ${periodEnd ?? ''}`]
  return [['Client', client], ['System', system ?? ''], dates]
}
