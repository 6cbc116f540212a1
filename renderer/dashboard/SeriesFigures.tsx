import { Anchor, Table } from '@mantine/core'
import type { CriterionProgress } from '../../shared/contract/dashboard.ts'
import { links } from '../app/links.ts'
import { Figures } from './Figures.tsx'
import { Share } from './Share.tsx'

/** How far the criteria are, series by series: their tests, and the conclusions on their controls. */
export function SeriesFigures({
  engagementId,
  criteria,
}: {
  engagementId: string
  criteria: readonly CriterionProgress[]
}) {
  const series = [...Map.groupBy(criteria, (criterion) => criterion.series)]
  return (
    <Figures title="By criterion" columns={['Criteria', 'With a control', 'Results', 'Controls concluded']}>
      {series.map(([name, own]) => {
        const sum = (of: (criterion: CriterionProgress) => number) => own.reduce((total, one) => total + of(one), 0)
        return (
          <Table.Tr key={name}>
            <Table.Td>
              <Anchor size="sm" href={links.conclusions(engagementId)}>
                {name}
              </Anchor>
            </Table.Td>
            <Table.Td>{`${own.filter(({ controls }) => controls > 0).length} of ${own.length}`}</Table.Td>
            <Table.Td>
              <Share done={sum(({ recorded }) => recorded)} total={sum(({ cells }) => cells)} />
            </Table.Td>
            <Table.Td>
              <Share done={sum(({ controlsConcluded }) => controlsConcluded)} total={sum(({ controls }) => controls)} />
            </Table.Td>
          </Table.Tr>
        )
      })}
    </Figures>
  )
}
