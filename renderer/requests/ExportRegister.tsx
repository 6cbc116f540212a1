import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEngineCommand } from '../engine/hooks.ts'
import { askShell, fileRef } from '../engine/shell.ts'
import { today } from '../ui/dates.ts'

/** Writes all requests that are not closed as one list. */
export function ExportRegister({ engagementId, disabled }: { engagementId: string; disabled: boolean }) {
  const write = useEngineCommand('request.exportRegister')
  const run = async () => {
    const place = await askShell({ kind: 'saveFile', title: 'Requests', suggestedName: 'requests.xlsx' })
    if (place === null) return
    await write.run({ engagementId, file: fileRef(place.token), today: today() }).then(
      ({ requests }) => notifications.show({ message: `${requests} requests were written to ${place.name}.` }),
      () => undefined,
    )
  }
  return (
    <Button variant="default" disabled={disabled} loading={write.pending} onClick={() => void run()}>
      Export all…
    </Button>
  )
}
