import { Container, Stack, Tabs, Text, Title } from '@mantine/core'
import { WaitingBundle } from '../bundles/import/HandedBundle.tsx'
import { CreateStore } from './CreateStore.tsx'
import { OpenStore } from './OpenStore.tsx'
import { RestoreStore } from './RestoreStore.tsx'

/** The first thing that is seen: open a store, or create one. */
export function UnlockScreen() {
  return (
    <Container component="main" size="sm" py="xl">
      <Stack>
        <Title order={1}>Tickmark</Title>
        <Text>Workpapers for SOC 2 auditors. Everything stays on this computer, encrypted.</Text>
        <WaitingBundle />
        <Tabs defaultValue="open" keepMounted={false}>
          <Tabs.List>
            <Tabs.Tab value="open">Open a store</Tabs.Tab>
            <Tabs.Tab value="create">Create a store</Tabs.Tab>
            <Tabs.Tab value="restore">Restore a backup</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="open" pt="md">
            <OpenStore />
          </Tabs.Panel>
          <Tabs.Panel value="create" pt="md">
            <CreateStore />
          </Tabs.Panel>
          <Tabs.Panel value="restore" pt="md">
            <RestoreStore />
          </Tabs.Panel>
        </Tabs>
      </Stack>
    </Container>
  )
}
