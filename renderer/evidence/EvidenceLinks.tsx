import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Evidence, EvidenceTarget } from '../../shared/contract/evidence.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { askShell, fileRef } from '../engine/shell.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { ReasonForm } from '../ui/ReasonForm.tsx'
import { LinkEvidence } from './LinkEvidence.tsx'
import { targetLink } from './evidenceWords.ts'

type Asking = { kind: 'link' } | { kind: 'remove' } | { kind: 'unlink'; target: Evidence['targets'][number] }

/** Which papers a file supports, and what else can be done with it. */
export function EvidenceLinks({ evidence, onRemoved }: { evidence: Evidence; onRemoved: () => void }) {
  const { evidenceId, engagementId, name, targets } = evidence
  const save = useEngineCommand('evidence.save')
  const [asking, setAsking] = useState<Asking | null>(null)
  const saveFile = async () => {
    const place = await askShell({ kind: 'saveFile', title: 'Save the file', suggestedName: name })
    if (place === null) return
    await save.run({ evidenceId, file: fileRef(place.token) }).then(
      () => notifications.show({ message: `${place.name} was written; its SHA-256 is that of the register.` }),
      () => undefined,
    )
  }
  return (
    <Stack gap={4}>
      {targets.map((target) => (
        <Group key={`${target.entity} ${target.id}`} gap="xs">
          <Target engagementId={engagementId} target={target} />
          <ChangeButton
            size="compact-xs"
            variant="default"
            aria-label={`Unlink… from ${target.words}`}
            onClick={() => setAsking({ kind: 'unlink', target })}
          >
            Unlink…
          </ChangeButton>
        </Group>
      ))}
      <Group gap="xs">
        <ChangeButton size="xs" variant="default" onClick={() => setAsking({ kind: 'link' })}>
          Link to another paper…
        </ChangeButton>
        <Button size="xs" variant="default" loading={save.pending} onClick={() => void saveFile()}>
          Save the file…
        </Button>
        <ChangeButton size="xs" variant="default" onClick={() => setAsking({ kind: 'remove' })}>
          Remove…
        </ChangeButton>
      </Group>
      {asking?.kind === 'link' ? <LinkEvidence evidence={evidence} onClose={() => setAsking(null)} /> : null}
      {asking?.kind === 'unlink' ? (
        <Unlink evidenceId={evidenceId} target={asking.target} onClose={() => setAsking(null)} />
      ) : null}
      {asking?.kind === 'remove' ? (
        <Remove evidence={evidence} onRemoved={onRemoved} onClose={() => setAsking(null)} />
      ) : null}
    </Stack>
  )
}

function Target({ engagementId, target }: { engagementId: string; target: Evidence['targets'][number] }) {
  const link = targetLink(engagementId, target)
  const words = `Supports ${target.words}`
  return link === null ? (
    <Text size="sm">{words}</Text>
  ) : (
    <Anchor size="sm" href={link}>
      {words}
    </Anchor>
  )
}

type UnlinkProps = { evidenceId: string; target: EvidenceTarget & { words: string }; onClose: () => void }

function Unlink({ evidenceId, target: { entity, id, words }, onClose }: UnlinkProps) {
  const unlink = useEngineCommand('evidence.unlink', { quiet: true })
  return (
    <ReasonForm
      title={`No longer supports ${words}`}
      label="Reason"
      error={unlink.error}
      pending={unlink.pending}
      onClose={onClose}
      onSubmit={(reason) =>
        void unlink.run({ evidenceId, target: { entity, id }, reason }).then(onClose, () => undefined)
      }
    />
  )
}

function Remove({ evidence, onRemoved, onClose }: { evidence: Evidence; onRemoved: () => void; onClose: () => void }) {
  const remove = useEngineCommand('evidence.remove', { quiet: true })
  const { evidenceId, name } = evidence
  return (
    <ReasonForm
      title={`Remove ${name}`}
      label="Reason"
      error={remove.error}
      pending={remove.pending}
      onClose={onClose}
      onSubmit={(reason) =>
        void remove.run({ evidenceId, reason }).then(
          () => {
            onClose()
            onRemoved()
          },
          () => undefined,
        )
      }
    >
      <Text size="sm">
        Only what was attached by mistake is removed. It is hidden with its links; its history stays.
      </Text>
    </ReasonForm>
  )
}
