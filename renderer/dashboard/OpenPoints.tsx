import { Anchor, Table } from '@mantine/core'
import type { Dashboard } from '../../shared/contract/dashboard.ts'
import { statusWords } from '../../shared/deviation/deviationWords.ts'
import { links } from '../app/links.ts'
import { requestAgeWords } from './dashboardWords.ts'
import { Figures } from './Figures.tsx'
import { Bar } from './Share.tsx'

type Line = { words: string; count: number; remark: string; href: string }

/** What waits for somebody: deviations by step, notes, and requests by age. */
export function OpenPoints({
  engagementId,
  board: { deviations, notes, requests },
}: {
  engagementId: string
  board: Pick<Dashboard, 'deviations' | 'notes' | 'requests'>
}) {
  const late = notes.late === 0 ? '' : `${notes.late} late`
  const lines: Line[] = [
    ...deviations
      .filter(({ status }) => status !== 'concluded')
      .map(({ status, count }) => ({
        words: `Deviations: ${statusWords[status].toLowerCase()}`,
        count,
        remark: '',
        href: links.deviations(engagementId),
      })),
    { words: 'Notes: open', count: notes.open, remark: late, href: links.review(engagementId) },
    { words: 'Notes: answered', count: notes.answered, remark: '', href: links.review(engagementId) },
    ...requests.map(({ age, open, overdue }) => ({
      words: `Requests: ${requestAgeWords[age]}`,
      count: open,
      remark: overdue === 0 ? '' : `${overdue} overdue`,
      href: links.requests(engagementId),
    })),
  ]
  const most = Math.max(1, ...lines.map(({ count }) => count))
  return (
    <Figures title="Open" columns={['What', 'How many', 'Share', 'Late']}>
      {lines.map(({ words, count, remark, href }) => (
        <Table.Tr key={words}>
          <Table.Td>
            <Anchor size="sm" href={href}>
              {words}
            </Anchor>
          </Table.Td>
          <Table.Td>{count}</Table.Td>
          <Table.Td w={90}>
            <Bar share={count / most} />
          </Table.Td>
          <Table.Td>{remark}</Table.Td>
        </Table.Tr>
      ))}
    </Figures>
  )
}
