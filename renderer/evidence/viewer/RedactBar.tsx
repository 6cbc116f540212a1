import { Alert, Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Evidence } from '../../../shared/contract/evidence.ts'
import { useEngineCommand } from '../../engine/hooks.ts'
import { ChangeButton } from '../../ui/ChangeButton.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import type { Place } from './markGeometry.ts'
import type { Pages } from './pages.ts'
import { redactedPage } from './redact.ts'

type RedactBarProps = {
  evidence: Evidence
  isChosen: boolean
  boxes: readonly Place[]
  draw: { pages: Pages; page: number; kind: 'pdf' | 'image' }
  onUndo: () => void
  onDone: () => void
}

/** Makes a copy of the page in which the boxes are black; the file that it is made of, and its hash, stay. */
export function RedactBar({ evidence, isChosen, boxes, draw, onUndo, onDone }: RedactBarProps) {
  const keep = useEngineCommand('evidence.attachImage', { quiet: true })
  const [isDrawing, setDrawing] = useState(false)
  if (!isChosen) return null
  const { pages, page, kind } = draw
  const run = async () => {
    setDrawing(true)
    const [target = { entity: 'engagement' as const, id: evidence.engagementId }] = evidence.targets
    const name = `${evidence.name.replace(/\.[^.]+$/, '')}, page ${page}, redacted.png`
    try {
      const png = await redactedPage(pages, { page, boxes, kind })
      const { entity, id } = target
      await keep.run({
        target: { entity, id },
        name,
        png,
        redactedFrom: evidence.evidenceId,
        ...(evidence.effectiveOn === null ? {} : { effectiveDate: evidence.effectiveOn }),
        capturedOn: evidence.capturedOn,
        receivedOn: evidence.receivedOn,
        receivedFrom: evidence.receivedFrom,
        origin: evidence.origin,
      })
      notifications.show({ message: `${name} was kept. The original stays as it is.` })
      onDone()
    } catch {
      // The error stands below; the boxes stay.
    } finally {
      setDrawing(false)
    }
  }
  return (
    <Alert color="gray" p="xs">
      <Group justify="space-between">
        <Text size="sm">
          Draw boxes over what nobody else may see. The copy has no pixels beneath them; {evidence.name} is kept
          unchanged.
        </Text>
        <Group gap="xs">
          <Button size="compact-sm" variant="default" disabled={boxes.length === 0} onClick={onUndo}>
            Take the last box away
          </Button>
          <ChangeButton size="compact-sm" disabled={boxes.length === 0} loading={isDrawing} onClick={() => void run()}>
            {`Keep a redacted copy of page ${page}`}
          </ChangeButton>
        </Group>
      </Group>
      <ErrorNote error={keep.error} />
    </Alert>
  )
}
