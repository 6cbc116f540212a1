import { Anchor, SegmentedControl, Stack, Title, useMantineColorScheme } from '@mantine/core'
import { links } from '../app/links.ts'
import { People } from '../people/People.tsx'
import { Screen } from '../ui/Screen.tsx'
import { BackUp } from './store/BackUp.tsx'
import { ChangePassphrase } from './store/ChangePassphrase.tsx'
import { CheckInstaller } from './store/CheckInstaller.tsx'
import { CheckStore } from './store/CheckStore.tsx'
import { Documentation } from './Documentation.tsx'
import { Library } from './library/Library.tsx'
import { Policies } from './policies/Policies.tsx'
import { Backups } from './store/Backups.tsx'
import { DataKey } from './store/DataKey.tsx'
import { IdleMinutes } from './store/IdleMinutes.tsx'
import { NewRecoveryCode } from './store/NewRecoveryCode.tsx'
import { FirmWording } from './wording/FirmWording.tsx'
import { colourSchemes, useColourScheme } from './useColourScheme.ts'

/** Appearance, people, documentation, sampling policies, backup and security of this store. */
export function SettingsScreen() {
  return (
    <Screen title="Settings">
      <Appearance />
      <People />
      <Anchor href={links.keys}>Keys of colleagues, and the signatures that are believed</Anchor>
      <Documentation />
      <Policies />
      <Library />
      <FirmWording />
      <Title order={2}>Backups</Title>
      <Backups />
      <BackUp />
      <Title order={2}>Check of the store</Title>
      <CheckStore />
      <Title order={2}>Update</Title>
      <CheckInstaller />
      <Title order={2}>Lock</Title>
      <IdleMinutes />
      <Title order={2}>Passphrase</Title>
      <ChangePassphrase />
      <Title order={2}>Recovery code</Title>
      <NewRecoveryCode />
      <Title order={2}>Data key</Title>
      <DataKey />
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
