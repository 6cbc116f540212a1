import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { ListSelection } from '../../shared/contract/list.ts'
import { callEngine, EngineError } from '../engine/client.ts'
import { printDocument, writePdf } from '../engine/printing.ts'
import { askShell, fileRef } from '../engine/shell.ts'

type ListActionsProps = {
  /** What the list is called, and the file that it becomes. */
  name: string
  selection: ListSelection
  /** A list without rows is not written. */
  disabled?: boolean
  /** Smaller beside a section's heading than on top of a screen. */
  size?: 'xs' | 'sm'
}

const formats = [
  { format: 'xlsx', label: 'As a workbook (XLSX)…' },
  { format: 'csv', label: 'As text (CSV)…' },
  { format: 'pdf', label: 'As a PDF…' },
] as const

type Format = (typeof formats)[number]['format']

/** What every list offers: it is written to a file, or printed, as far as it is shown. */
export function ListActions({ name, selection, disabled = false, size = 'sm' }: ListActionsProps) {
  const [pending, setPending] = useState(false)
  const during = async (work: () => Promise<void>) => {
    setPending(true)
    await work()
      .catch(showError)
      .finally(() => setPending(false))
  }
  return (
    <>
      <Menu position="bottom-end" disabled={disabled} withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button size={size} variant="default" disabled={disabled} loading={pending} aria-label={`Export: ${name}`}>
            Export…
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {formats.map(({ format, label }) => (
            <Menu.Item key={format} onClick={() => void during(() => write(name, format, selection))}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button
        size={size}
        variant="default"
        disabled={disabled || pending}
        aria-label={`Print: ${name}`}
        onClick={() => void during(() => print(selection))}
      >
        Print…
      </Button>
    </>
  )
}

async function write(name: string, format: Format, selection: ListSelection): Promise<void> {
  const suggestedName = `${name.toLowerCase().replaceAll(' ', '-')}.${format}`
  const place = await askShell({ kind: 'saveFile', title: name, suggestedName })
  if (place === null) return
  const { rows } =
    format === 'pdf'
      ? await writeAsPdf(selection, place.token)
      : await callEngine('list.export', { ...selection, file: fileRef(place.token), format })
  notifications.show({ message: `${rows === 1 ? '1 row was' : `${rows} rows were`} written to ${place.name}.` })
}

async function writeAsPdf(selection: ListSelection, token: string): Promise<{ rows: number }> {
  const { documentId, rows } = await callEngine('list.print', selection)
  await writePdf(documentId, token)
  return { rows }
}

async function print(selection: ListSelection): Promise<void> {
  const { documentId } = await callEngine('list.print', selection)
  await printDocument(documentId)
}

function showError(error: unknown): void {
  if (!(error instanceof EngineError)) throw error
  notifications.show({ color: 'red', title: error.code, message: error.message })
}
