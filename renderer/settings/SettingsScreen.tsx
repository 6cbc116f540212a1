import { SegmentedControl, Stack, Table, Title, useMantineColorScheme } from '@mantine/core'
import { useEngineQuery } from '../engine/hooks.ts'
import { askShell } from '../engine/shell.ts'
import { Screen } from '../ui/Screen.tsx'
import { ChangePassphrase } from './ChangePassphrase.tsx'

/** Appearance, people and security of this store. */
export function SettingsScreen() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const people = useEngineQuery('practitioner.list', {})
  const choose = (value: string) => {
    const scheme = value as 'auto' | 'light' | 'dark'
    setColorScheme(scheme)
    void askShell({ kind: 'theme', choice: scheme === 'auto' ? 'system' : scheme })
  }
  return (
    <Screen title="Settings">
      <Stack gap="xs" align="start">
        <Title order={2}>Appearance</Title>
        <SegmentedControl
          aria-label="Colours"
          value={colorScheme}
          onChange={choose}
          data={[
            { value: 'auto', label: 'As the system' },
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
        />
      </Stack>
      <Title order={2}>People</Title>
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
              <Table.Td>{role}</Table.Td>
              <Table.Td>{fingerprint}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Title order={2}>Passphrase</Title>
      <ChangePassphrase />
    </Screen>
  )
}
