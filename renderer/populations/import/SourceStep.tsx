import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { GrantedFile } from '../../../shared/shell/shellAction.ts'
import { askShell } from '../../engine/shell.ts'
import { DropArea } from '../../ui/DropArea.tsx'
import { formWords } from '../formWords.ts'
import type { ListSource, Preview } from './listSource.ts'
import { GrowingText } from '../../ui/GrowingText.tsx'

const extensions = ['csv', 'tsv', 'txt', 'xlsx', 'jsonl', 'ndjson', 'json']

/** Chooses the list: a file, or rows pasted from a spreadsheet. */
export function SourceStep({
  seen,
  pending,
  onSource,
}: {
  seen: Preview | null
  pending: boolean
  onSource: (source: ListSource) => void
}) {
  const [isPasting, setPasting] = useState(false)
  const [text, setText] = useState('')
  const choose = async () => {
    const file = await askShell({ kind: 'openFile', title: 'Population', extensions })
    if (file === null) return
    setPasting(false)
    onSource({ file })
  }
  const drop = ([file]: GrantedFile[]) => {
    if (file === undefined) return
    setPasting(false)
    onSource({ file })
  }
  return (
    <DropArea label="Read this file" onFiles={drop}>
      <Stack gap="xs">
        <Group>
          <Button variant={seen === null ? 'filled' : 'default'} onClick={() => void choose()} loading={pending}>
            Choose a file…
          </Button>
          <Button variant="default" onClick={() => setPasting(true)}>
            Paste rows…
          </Button>
          {seen === null ? (
            <Text size="sm">CSV, a workbook (XLSX), or JSON lines; or drop the file here</Text>
          ) : (
            <Text size="sm">{`${seen.name} · ${seen.rowCount} rows · ${formWords(seen)}`}</Text>
          )}
        </Group>
        {isPasting ? (
          <>
            <GrowingText
              label="Rows with their header, as copied from a spreadsheet"
              data-autofocus
              minRows={6}
              maxRows={10}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <Group>
              <Button disabled={text.trim() === ''} onClick={() => onSource({ pasted: text })} loading={pending}>
                Read the pasted rows
              </Button>
            </Group>
          </>
        ) : null}
      </Stack>
    </DropArea>
  )
}
