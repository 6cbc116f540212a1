import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useEffect, useState } from 'react'
import type { EvidenceFlag } from '../../shared/contract/evidence.ts'
import { flagWordsOf } from '../../shared/evidence/evidenceWords.ts'
import { useRouteParam } from '../app/params.ts'
import { useReportType } from '../engagements/useReportType.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { choicesOf } from '../controls/controlWords.ts'
import { DropArea } from '../ui/DropArea.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { ListActions } from '../ui/ListActions.tsx'
import { Loading } from '../ui/Loading.tsx'
import { useReadOnlyReason } from '../ui/readOnly.ts'
import { Screen } from '../ui/Screen.tsx'
import { searchWords, shownRows } from '../ui/shownRows.ts'
import { useKeys } from '../ui/useKeys.ts'
import { EvidenceDetail } from './EvidenceDetail.tsx'
import { EvidenceTable } from './EvidenceTable.tsx'
import { matches, sizeWords } from './evidenceWords.ts'
import { TakePackage } from './package/TakePackage.tsx'
import { useAttach } from './useAttach.ts'
import classes from './Evidence.module.css'
import { useIdInView } from '../records/useRecordInView.ts'

/** The register of evidence: every file of the engagement, what it supports, what is worth a question, and what it shows. */
export function EvidenceScreen() {
  const inView = useIdInView('evidence')
  return <Register key={inView} firstId={inView} />
}

/** @param firstId the file that is open from the start */
function Register({ firstId }: { firstId: string | null }) {
  const engagementId = useRouteParam('engagementId')
  const list = useEngineQuery('evidence.list', { engagementId })
  const { attachFiles, chooseFiles, pasteImages, pending } = useAttach()
  const readOnly = useReadOnlyReason()
  const [isReceiving, receiving] = useDisclosure(false)
  const target = { entity: 'engagement', id: engagementId } as const
  const [words, setWords] = useState('')
  const [flag, setFlag] = useState<EvidenceFlag | null>(null)
  const [openId, setOpenId] = useState(firstId)
  useKeys([{ keys: 'n', label: 'Add files', changes: true, run: () => void chooseFiles(target) }])
  usePaste((data) => pasteImages(target, data))
  const flagWords = flagWordsOf(useReportType(engagementId))
  const all = list.data?.evidence ?? []
  const shown = all.filter(
    (each) => (flag === null || each.flags.includes(flag)) && matches(each, words.trim(), flagWords),
  )
  const ids = shown.map(({ evidenceId }) => evidenceId)
  const filters = [...searchWords(words), ...(flag === null ? [] : [flagWords[flag]])]
  const open = all.find(({ evidenceId }) => evidenceId === openId)
  return (
    <DropArea label="Keep as evidence of the engagement" onFiles={(files) => void attachFiles(target, files)}>
      <Screen
        title="Evidence"
        subtitle={`${all.length} ${all.length === 1 ? 'file' : 'files'}, ${sizeWords(all.reduce((sum, { size }) => sum + size, 0))}.${readOnly === null ? ' Drop files anywhere here, or paste a screenshot.' : ''}`}
        actions={
          <Group gap="xs">
            <ListActions
              name="Evidence"
              selection={{ list: 'evidence', engagementId, ...shownRows(ids, filters) }}
              disabled={shown.length === 0}
            />
            <Verify engagementId={engagementId} />
            <ChangeButton variant="default" onClick={receiving.open}>
              Take a package…
            </ChangeButton>
            <ChangeButton loading={pending} onClick={() => void chooseFiles(target)}>
              Add files…
            </ChangeButton>
          </Group>
        }
      >
        {isReceiving ? <TakePackage engagementId={engagementId} onClose={receiving.close} /> : null}
        <ErrorNote error={list.error} />
        {list.isPending ? <Loading /> : null}
        {list.isSuccess && all.length === 0 ? (
          <EmptyState
            title="No evidence yet"
            text="Files that are added here belong to the engagement; those of a control, a request or a cell are added there."
          />
        ) : null}
        {all.length === 0 ? null : (
          <div className={classes['desk']}>
            <Stack gap="xs" className={classes['list'] ?? ''}>
              <Group gap="xs">
                <TextInput
                  size="xs"
                  w={240}
                  aria-label="Search evidence"
                  placeholder="Name, paper, note, hash"
                  value={words}
                  onChange={(event) => setWords(event.currentTarget.value)}
                />
                <Select
                  size="xs"
                  w={210}
                  aria-label="Worth a question"
                  placeholder="All"
                  clearable
                  data={choicesOf(flagWords)}
                  value={flag}
                  onChange={setFlag}
                />
              </Group>
              {shown.length === 0 ? <Text size="sm">No file matches.</Text> : null}
              <EvidenceTable
                engagementId={engagementId}
                evidence={shown}
                openId={openId}
                isNarrow={open !== undefined}
                onOpen={setOpenId}
              />
            </Stack>
            {open === undefined ? null : (
              <div className={classes['pane']}>
                <EvidenceDetail evidence={open} onRemoved={() => setOpenId(null)} />
              </div>
            )}
          </div>
        )}
      </Screen>
    </DropArea>
  )
}

/** Reads every file and compares it with its hash. */
function Verify({ engagementId }: { engagementId: string }) {
  const verify = useEngineCommand('evidence.verify')
  const run = () =>
    verify.run({ engagementId }).then(
      ({ files, bytes, damaged }) => {
        for (const { name, message } of damaged)
          notifications.show({ color: 'red', title: name, message, autoClose: false })
        if (damaged.length === 0)
          notifications.show({ message: `All ${files} files (${sizeWords(bytes)}) are as they were imported.` })
      },
      () => undefined,
    )
  return (
    <Button variant="default" loading={verify.pending} onClick={() => void run()}>
      Verify all files
    </Button>
  )
}

/** A screenshot that is pasted anywhere on the screen, save into a field. */
function usePaste(pasteImages: (data: DataTransfer | null) => boolean): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (
        event.defaultPrevented ||
        event.target instanceof HTMLInputElement ||
        event.target instanceof HTMLTextAreaElement
      )
        return
      if (pasteImages(event.clipboardData)) event.preventDefault()
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  })
}
