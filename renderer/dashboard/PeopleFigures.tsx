import { Anchor, Table } from '@mantine/core'
import type { PersonProgress } from '../../shared/contract/dashboard.ts'
import { links } from '../app/links.ts'
import { Figures } from './Figures.tsx'

/** Who took on, recorded, signed and asked how much. */
export function PeopleFigures({ engagementId, people }: { engagementId: string; people: readonly PersonProgress[] }) {
  return (
    <Figures
      title="By person"
      columns={['Person', 'Taken on', 'Results recorded', 'Papers signed', 'Papers reviewed', 'Own notes open']}
    >
      {people.map(({ practitionerId, name, takenOn, recorded, prepared, reviewed, notesOpen }) => (
        <Table.Tr key={practitionerId}>
          <Table.Td>
            <Anchor size="sm" href={links.review(engagementId)}>
              {name}
            </Anchor>
          </Table.Td>
          <Table.Td>{takenOn}</Table.Td>
          <Table.Td>{recorded}</Table.Td>
          <Table.Td>{prepared}</Table.Td>
          <Table.Td>{reviewed}</Table.Td>
          <Table.Td>{notesOpen}</Table.Td>
        </Table.Tr>
      ))}
    </Figures>
  )
}
