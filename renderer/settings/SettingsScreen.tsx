import { Button, Group, SegmentedControl, Stack, Table, Title, useMantineColorScheme } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useEngineQuery } from '../engine/hooks.ts'
import { AddPerson } from '../people/AddPerson.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Screen } from '../ui/Screen.tsx'
import { roles } from '../unlock/roles.ts'
import { BackUp } from './BackUp.tsx'
import { ChangePassphrase } from './ChangePassphrase.tsx'
import { CheckStore } from './CheckStore.tsx'
import { Library } from './library/Library.tsx'
import { Policies } from './policies/Policies.tsx'
import { FirmWording } from './wording/FirmWording.tsx'
import { colourSchemes, useColourScheme } from './useColourScheme.ts'

/** Appearance, people, sampling policies, backup and security of this store. */
export function SettingsScreen() {
  return (
    <Screen title="Settings">
      <Appearance />
      <People />
      <Policies />
      <Library />
      <FirmWording />
      <Title order={2}>Backup</Title>
      <BackUp />
      <Title order={2}>Check of the store</Title>
      <CheckStore />
      <Title order={2}>Passphrase</Title>
      <ChangePassphrase />
    </Screen>
  )
}

function Appearance() {
  const { colorScheme } = useMantineColorScheme()
  const choose = useColourScheme()
  return (
    <Stack gap="xs" align="start">
      <Title order={2}>Appearance</Title>
      <SegmentedControl aria-label="Colours" value={colorScheme} onChange={choose} data={colourSchemes} />
    </Stack>
  )
}

function People() {
  const people = useEngineQuery('practitioner.list', {})
  const [isAdding, adding] = useDisclosure(false)
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
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Name</Table.Th>
            <Table.Th>Initials</Table.Th>
            <Table.Th>Role</Table.Th>
            <Table.Th>Fingerprint of the signing key</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {(people.data?.practitioners ?? []).map(({ practitionerId, name, initials, role, fingerprint }) => (
            <Table.Tr key={practitionerId}>
              <Table.Td>{name}</Table.Td>
              <Table.Td>{initials}</Table.Td>
              <Table.Td>{roles.find(({ value }) => value === role)?.label ?? role}</Table.Td>
              <Table.Td>{fingerprint}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}
