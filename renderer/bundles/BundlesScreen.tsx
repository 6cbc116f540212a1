import { Anchor, Button, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import type { GrantedFile } from '../../shared/shell/shellAction.ts'
import { links } from '../app/links.ts'
import { useRouteParam } from '../app/params.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { DropArea } from '../ui/DropArea.tsx'
import { Screen } from '../ui/Screen.tsx'
import { useKeys } from '../ui/useKeys.ts'
import { ExchangeFolder } from './exchange/ExchangeFolder.tsx'
import { ExportBundle } from './export/ExportBundle.tsx'
import { ExportWorkpapers } from './ExportWorkpapers.tsx'
import { OpenBundle } from './import/OpenBundle.tsx'
import { ReceivedBundles } from './ReceivedBundles.tsx'
import { Conflicts } from './settle/Conflicts.tsx'
import { Settlements } from './settle/Settlements.tsx'

/** Hand an engagement over as one encrypted file, take what colleagues hand over, and settle what met. */
export function BundlesScreen() {
  const engagementId = useRouteParam('engagementId')
  const [isExporting, exporting] = useDisclosure(false)
  const [isOpening, opening] = useDisclosure(false)
  const [dropped, setDropped] = useState<GrantedFile | null>(null)
  useKeys([
    { keys: 'o', label: 'Open a bundle', run: opening.open },
    { keys: 'e', label: 'Export a bundle', run: exporting.open },
  ])
  const close = () => {
    opening.close()
    setDropped(null)
  }
  return (
    <DropArea
      label="Open this bundle"
      onFiles={([file]) => {
        setDropped(file ?? null)
        opening.open()
      }}
    >
      <Screen
        title="Bundles"
        subtitle="Hand the engagement over, and merge what comes back."
        actions={
          <Group gap="xs">
            <Anchor href={links.keys}>Keys of colleagues</Anchor>
            <Button variant="default" onClick={opening.open}>
              Open a bundle…
            </Button>
            <Button onClick={exporting.open}>Export…</Button>
          </Group>
        }
      >
        <Standing engagementId={engagementId} />
        <Conflicts engagementId={engagementId} />
        <Settlements engagementId={engagementId} />
        <ExchangeFolder engagementId={engagementId} />
        <ReceivedBundles engagementId={engagementId} />
        <ExportWorkpapers engagementId={engagementId} />
        {isExporting ? <ExportBundle engagementId={engagementId} onClose={exporting.close} /> : null}
        {isOpening ? <OpenBundle first={dropped} onClose={close} /> : null}
      </Screen>
    </DropArea>
  )
}

/** That there is nothing to settle, where there is nothing. */
function Standing({ engagementId }: { engagementId: string }) {
  const conflicts = useEngineQuery('conflict.list', { engagementId, offset: 0, limit: 20 })
  const settlements = useEngineQuery('settlement.list', { engagementId })
  const isSettled = conflicts.data?.total === 0 && settlements.data?.settlements.length === 0
  return isSettled ? <Text size="sm">Nothing is to be settled.</Text> : null
}
