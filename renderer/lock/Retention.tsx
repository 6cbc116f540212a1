import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { FileStanding } from '../../shared/contract/lock.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { askShell, fileRef } from '../engine/shell.ts'
import { instantWords, today } from '../ui/dates.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { ReasonForm } from '../ui/ReasonForm.tsx'

type Hold = FileStanding['holds'][number]

/** How long the file is kept, legal holds, and its destruction with a certificate. */
export function Retention({ engagementId, standing }: { engagementId: string; standing: FileStanding }) {
  const [asks, setAsks] = useState<'hold' | 'destroy' | null>(null)
  const place = useEngineCommand('engagement.placeHold', { quiet: true })
  const destroy = useEngineCommand('engagement.destroy', { quiet: true })
  const { dates, lock, holds, destruction } = standing
  const blocked = destructionBlock(standing)
  const close = () => setAsks(null)
  const runDestroy = async (reason: string) => {
    const file = await askShell({
      kind: 'saveFile',
      title: 'Certificate of destruction',
      suggestedName: 'certificate-of-destruction.txt',
    })
    if (file === null) return
    await destroy.run({ engagementId, reason, file: fileRef(file.token) }).then(
      ({ destroyed, kept }) => {
        notifications.show({ message: `Files destroyed: ${destroyed}, kept: ${kept}. ${file.name} was written.` })
        close()
      },
      () => undefined,
    )
  }
  if (lock === null && holds.length === 0) return null
  return (
    <Paper withBorder p="md" component="section" aria-label="Retention">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          Retention
        </Title>
        <Group>
          <Button variant="default" disabled={destruction !== null} onClick={() => setAsks('hold')}>
            Place a legal hold
          </Button>
          <Button
            variant="default"
            disabled={blocked !== null}
            title={blocked ?? ''}
            onClick={() => setAsks('destroy')}
          >
            Destroy…
          </Button>
        </Group>
      </Group>
      <Text size="sm">
        {destruction === null
          ? (blocked ?? `Kept until ${dates.retentionEndsOn ?? ''}; that day is past.`)
          : `Destroyed by ${destruction.by.name}, ${instantWords(destruction.at)}: ${destruction.reason} Files destroyed: ${destruction.destroyed}. Files kept, since another engagement holds them as well: ${destruction.kept}.`}
      </Text>
      <Stack gap="sm" mt="sm">
        {holds.map((hold) => (
          <HoldEntry key={hold.holdId} hold={hold} />
        ))}
      </Stack>
      {asks === 'hold' ? (
        <ReasonForm
          title="Legal hold"
          label="Reason"
          error={place.error}
          pending={place.pending}
          onSubmit={(reason) => void place.run({ engagementId, reason }).then(close, () => undefined)}
          onClose={close}
        />
      ) : null}
      {asks === 'destroy' ? (
        <ReasonForm
          title="Destroy evidence and populations"
          label="Reason"
          error={destroy.error}
          pending={destroy.pending}
          onSubmit={(reason) => void runDestroy(reason)}
          onClose={close}
        >
          <Text>
            The keys of all evidence and populations of this engagement are overwritten; nobody reads them again. The
            journal and the certificate stay.
          </Text>
        </ReasonForm>
      ) : null}
    </Paper>
  )
}

/** Why nothing can be destroyed now, as the engine will say it too; `null` where it can. */
function destructionBlock({ phase, dates, holds }: FileStanding): string | null {
  if (phase === 'destroyed') return 'It was destroyed.'
  const hold = holds.find(({ liftedAt }) => liftedAt === null)
  if (hold !== undefined) return `A legal hold stands: ${hold.reason}`
  if (phase !== 'locked' || dates.retentionEndsOn === null)
    return 'A file is destroyed only after its lock and retention.'
  return today() <= dates.retentionEndsOn ? `Kept until ${dates.retentionEndsOn}; nothing is destroyed before.` : null
}

function HoldEntry({ hold }: { hold: Hold }) {
  const [isLifting, setLifting] = useState(false)
  const lift = useEngineCommand('engagement.liftHold', { quiet: true })
  const { holdId, reason, placedBy, placedAt, liftedBecause, liftedBy, liftedAt } = hold
  return (
    <div>
      <Text>{`Legal hold by ${placedBy.name}, ${instantWords(placedAt)}: ${reason}`}</Text>
      {liftedBy === null || liftedAt === null ? (
        <Button mt="xs" size="xs" variant="default" onClick={() => setLifting(true)}>
          Lift the hold
        </Button>
      ) : (
        <Text>{`Lifted by ${liftedBy.name}, ${instantWords(liftedAt)}: ${liftedBecause ?? ''}`}</Text>
      )}
      <ErrorNote error={isLifting ? null : lift.error} />
      {isLifting ? (
        <ReasonForm
          title="Lift the legal hold"
          label="Reason"
          error={lift.error}
          pending={lift.pending}
          onSubmit={(why) =>
            void lift.run({ holdId, reason: why }).then(
              () => setLifting(false),
              () => undefined,
            )
          }
          onClose={() => setLifting(false)}
        />
      ) : null}
    </div>
  )
}
