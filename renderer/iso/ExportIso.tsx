import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { IsoEdition } from '../../shared/contract/iso.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { askShell, fileRef } from '../engine/shell.ts'

/** Writes the statement of applicability with the conclusions. */
export function ExportIso({ engagementId, edition }: { engagementId: string; edition: IsoEdition }) {
  const write = useEngineCommand('iso.export')
  const run = async () => {
    const place = await askShell({
      kind: 'saveFile',
      title: 'Statement of applicability',
      suggestedName: `statement-of-applicability-${edition}.xlsx`,
    })
    if (place === null) return
    await write.run({ engagementId, edition, file: fileRef(place.token) }).then(
      ({ requirements }) =>
        notifications.show({ message: `${requirements} requirements were written to ${place.name}.` }),
      () => undefined,
    )
  }
  return (
    <Button variant="default" loading={write.pending} onClick={() => void run()}>
      Export…
    </Button>
  )
}
