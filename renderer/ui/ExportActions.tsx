import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { EngineError } from '../engine/client.ts'
import { printDocument, writePdf } from '../engine/printing.ts'
import { askShell } from '../engine/shell.ts'

/** A document that the engine prepared, and how much it holds, in words such as `12 rows`. */
type Prepared = { documentId: string; amount: string }

type ExportActionsProps<Format extends string> = {
  /** What is written, and the file that it becomes. */
  name: string
  /** Formats that the engine writes, as the menu names them; PDF comes besides. */
  formats: readonly { format: Format; label: string }[]
  /** Writes the file of a token. @returns how much was written, in words such as `12 rows` */
  write: (format: Format, token: string) => Promise<string>
  /** Prepares the document of the printer and the PDF. */
  prepare: () => Promise<Prepared>
  /** What is empty is not written. */
  disabled?: boolean
  /** Smaller beside a section's heading than on top of a screen. */
  size?: 'xs' | 'sm'
}

/** Writes something to a file, or prints it. */
export function ExportActions<Format extends string>({
  name,
  formats,
  write,
  prepare,
  disabled = false,
  size = 'sm',
}: ExportActionsProps<Format>) {
  const [pending, setPending] = useState(false)
  const during = async (work: () => Promise<void>) => {
    setPending(true)
    await work()
      .catch(showError)
      .finally(() => setPending(false))
  }
  const writeTo = async (ending: string, written: (token: string) => Promise<string>) => {
    const suggestedName = `${name.toLowerCase().replaceAll(' ', '-')}.${ending}`
    const place = await askShell({ kind: 'saveFile', title: name, suggestedName })
    if (place === null) return
    const amount = await written(place.token)
    notifications.show({ message: `${amount} ${amount.startsWith('1 ') ? 'was' : 'were'} written to ${place.name}.` })
  }
  const asPdf = async (token: string) => {
    const { documentId, amount } = await prepare()
    await writePdf(documentId, token)
    return amount
  }
  const print = async () => {
    const { documentId } = await prepare()
    await printDocument(documentId)
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
            <Menu.Item key={format} onClick={() => void during(() => writeTo(format, (token) => write(format, token)))}>
              {label}
            </Menu.Item>
          ))}
          <Menu.Item onClick={() => void during(() => writeTo('pdf', asPdf))}>As a PDF…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button
        size={size}
        variant="default"
        disabled={disabled || pending}
        aria-label={`Print: ${name}`}
        onClick={() => void during(print)}
      >
        Print…
      </Button>
    </>
  )
}

function showError(error: unknown): void {
  if (!(error instanceof EngineError)) throw error
  notifications.show({ color: 'red', title: error.code, message: error.message })
}
