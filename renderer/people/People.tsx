import { Button, Group, Select, Table, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ResultOf } from '../../shared/contract/index.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { instantWords } from '../ui/dates.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { ReasonForm } from '../ui/ReasonForm.tsx'
import { roles } from '../unlock/roles.ts'
import { AddPerson } from './AddPerson.tsx'

type Person = ResultOf<'practitioner.list'>['practitioners'][number]

/** The practitioners of this store with their roles and keys, and those who left it. */
export function People() {
  const people = useEngineQuery('practitioner.list', {})
  const [isAdding, adding] = useDisclosure(false)
  const { practitioners = [], former = [] } = people.data ?? {}
  return (
    <>
      <Group justify="space-between">
        <Title order={2}>People</Title>
        <Button variant="default" onClick={adding.open}>
          Add a person…
        </Button>
      </Group>
      {isAdding ? <AddPerson onClose={adding.close} /> : null}
      <ErrorNote error={people.error} />
      <Table aria-label="People">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Name</Table.Th>
            <Table.Th>Initials</Table.Th>
            <Table.Th w={260}>Role</Table.Th>
            <Table.Th>Fingerprint of the signing key</Table.Th>
            <Table.Th w={110}>Actions</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {practitioners.map((person) => (
            <PersonRow key={person.practitionerId} person={person} />
          ))}
          {former.map(({ practitionerId, name, initials, fingerprint, leftAt, leftBecause }) => (
            <Table.Tr key={practitionerId}>
              <Table.Td>{name}</Table.Td>
              <Table.Td>{initials}</Table.Td>
              <Table.Td>{`left ${instantWords(leftAt)}: ${leftBecause}`}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{fingerprint}</Table.Td>
              <Table.Td />
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}

function PersonRow({ person: { practitionerId, name, initials, role, fingerprint } }: { person: Person }) {
  const me = useEngineQuery('store.status', {}).data?.practitioner?.practitionerId
  const change = useEngineCommand('practitioner.changeRole', { quiet: true })
  const [isLeaving, leaving] = useDisclosure(false)
  const choose = (value: string | null) => {
    const chosen = roles.find((one) => one.value === value)?.value
    if (chosen !== undefined && chosen !== role) {
      void change.run({ practitionerId, role: chosen }).catch(() => undefined)
    }
  }
  return (
    <Table.Tr>
      <Table.Td>{name}</Table.Td>
      <Table.Td>{initials}</Table.Td>
      <Table.Td>
        <Select aria-label={`Role of ${name}`} data={roles} allowDeselect={false} value={role} onChange={choose} />
        <ErrorNote error={change.error} />
      </Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{fingerprint}</Table.Td>
      <Table.Td>
        {practitionerId === me ? null : (
          <Button size="xs" variant="default" aria-label={`${name} leaves`} onClick={leaving.open}>
            Leaves…
          </Button>
        )}
        {isLeaving ? <LetGo practitionerId={practitionerId} name={name} onClose={leaving.close} /> : null}
      </Table.Td>
    </Table.Tr>
  )
}

function LetGo({ practitionerId, name, onClose }: Pick<Person, 'practitionerId' | 'name'> & { onClose: () => void }) {
  const remove = useEngineCommand('practitioner.remove', { quiet: true })
  return (
    <ReasonForm
      title={`${name} leaves`}
      label="Reason"
      error={remove.error}
      pending={remove.pending}
      onSubmit={(reason) => void remove.run({ practitionerId, reason }).then(onClose, () => undefined)}
      onClose={onClose}
    >
      Their passphrase and recovery code open this store no more. What they signed still verifies. The key that encrypts
      the store stays the same: a copy of its folder that they kept from before still opens for them.
    </ReasonForm>
  )
}
