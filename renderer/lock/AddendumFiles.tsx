import { Anchor, Button, Group, Modal, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { FileStanding } from '../../shared/contract/lock.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { askShell, fileRef } from '../engine/shell.ts'
import { EvidenceDetail } from '../evidence/EvidenceDetail.tsx'
import { sizeWords } from '../evidence/evidenceWords.ts'
import { today } from '../ui/dates.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'

type AddendumFilesProps = { engagementId: string; addendum: FileStanding['addenda'][number]; isMine: boolean }

/** The evidence of an addendum; who wrote it adds files until somebody has reviewed it. */
export function AddendumFiles({ engagementId, addendum: { addendumId, reviewedBy }, isMine }: AddendumFilesProps) {
  const target = { entity: 'addendum', id: addendumId } as const
  const list = useEngineQuery('evidence.list', { engagementId, target })
  const attach = useEngineCommand('engagement.attachToAddendum', { quiet: true })
  const [openId, setOpenId] = useState<string | null>(null)
  const evidence = list.data?.evidence ?? []
  const open = evidence.find(({ evidenceId }) => evidenceId === openId)
  const choose = async () => {
    const files = await askShell({ kind: 'openFiles', title: 'Evidence of the addendum', extensions: [] })
    if (files.length === 0) return
    const { refused } = await attach.run({
      addendumId,
      files: files.map(({ token }) => fileRef(token)),
      receivedOn: today(),
    })
    for (const { name, message } of refused) {
      notifications.show({ color: 'red', title: `${name} was not taken`, message })
    }
  }
  return (
    <>
      <Group gap="xs">
        {evidence.map(({ evidenceId, name, size }) => (
          <Group key={evidenceId} gap={4}>
            <Anchor component="button" size="sm" onClick={() => setOpenId(evidenceId)}>
              {name}
            </Anchor>
            <Text size="xs">{sizeWords(size)}</Text>
          </Group>
        ))}
        {isMine && reviewedBy === null ? (
          <Button
            size="compact-sm"
            variant="default"
            loading={attach.pending}
            onClick={() => void choose().catch(() => undefined)}
          >
            Add files…
          </Button>
        ) : null}
      </Group>
      <ErrorNote error={list.error ?? attach.error} />
      {open === undefined ? null : (
        <Modal opened onClose={() => setOpenId(null)} title={open.name} size="80rem">
          <EvidenceDetail evidence={open} onRemoved={() => setOpenId(null)} />
        </Modal>
      )}
    </>
  )
}
