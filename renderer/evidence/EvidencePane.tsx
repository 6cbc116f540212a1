import { Anchor, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { EvidenceTarget } from '../../shared/contract/evidence.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { DropArea } from '../ui/DropArea.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { useReadOnlyReason } from '../ui/readOnly.ts'
import { EvidenceDetail } from './EvidenceDetail.tsx'
import { EvidenceFlags } from './EvidenceFlags.tsx'
import { sizeWords } from './evidenceWords.ts'
import { useAttach } from './useAttach.ts'

type EvidencePaneProps = {
  engagementId: string
  target: EvidenceTarget
  /** What the evidence is of: a page may hold several panes, and each has its own name. */
  of: string
}

/** The files that support a paper: dropped, pasted or chosen here, and looked at without leaving it. */
export function EvidencePane({ engagementId, target, of }: EvidencePaneProps) {
  const { entity, id } = target
  const list = useEngineQuery('evidence.list', { engagementId, target: { entity, id } })
  const { attachFiles, chooseFiles, pasteImages, pending } = useAttach()
  const readOnly = useReadOnlyReason()
  const [openId, setOpenId] = useState<string | null>(null)
  const evidence = list.data?.evidence ?? []
  const open = evidence.find(({ evidenceId }) => evidenceId === openId)
  return (
    <DropArea label="Keep as evidence" onFiles={(files) => void attachFiles(target, files)}>
      <Stack
        gap="xs"
        component="section"
        aria-label={`Evidence of ${of}`}
        onPaste={(event) => {
          if (pasteImages(target, event.clipboardData)) event.preventDefault()
        }}
      >
        <Group gap="xs">
          <ChangeButton size="compact-sm" variant="default" loading={pending} onClick={() => void chooseFiles(target)}>
            Add files…
          </ChangeButton>
          {readOnly === null ? <Text size="xs">or drop them here, or paste a screenshot</Text> : null}
        </Group>
        <ErrorNote error={list.error} />
        {evidence.length === 0 && list.isSuccess ? <Text size="sm">No evidence yet.</Text> : null}
        {evidence.map((each) => (
          <Group key={each.evidenceId} gap="xs">
            <Anchor component="button" size="sm" onClick={() => setOpenId(each.evidenceId)}>
              {each.name}
            </Anchor>
            <Text size="xs">{sizeWords(each.size)}</Text>
            <EvidenceFlags evidence={each} />
          </Group>
        ))}
      </Stack>
      {open === undefined ? null : (
        <Modal opened onClose={() => setOpenId(null)} title={open.name} size="80rem">
          <EvidenceDetail evidence={open} onRemoved={() => setOpenId(null)} />
        </Modal>
      )}
    </DropArea>
  )
}
