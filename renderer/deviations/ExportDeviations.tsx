import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEngineCommand } from '../engine/hooks.ts'
import { askShell, fileRef } from '../engine/shell.ts'
import type { RegisterSelection } from './RegisterFilters.tsx'

type ExportDeviationsProps = { engagementId: string; selection: RegisterSelection; disabled: boolean }

/** Writes the deviations that are shown, in their order. */
export function ExportDeviations({ engagementId, selection, disabled }: ExportDeviationsProps) {
  const write = useEngineCommand('deviation.export')
  const run = async () => {
    const place = await askShell({ kind: 'saveFile', title: 'Deviations', suggestedName: 'deviations.xlsx' })
    if (place === null) return
    await write.run({ engagementId, ...selection, file: fileRef(place.token) }).then(
      ({ deviations }) => notifications.show({ message: `${deviations} deviations were written to ${place.name}.` }),
      () => undefined,
    )
  }
  return (
    <Button variant="default" disabled={disabled} loading={write.pending} onClick={() => void run()}>
      Export…
    </Button>
  )
}
