import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEngineCommand } from '../engine/hooks.ts'
import { askShell, fileRef } from '../engine/shell.ts'
import { useKeys } from '../ui/useKeys.ts'

const formats = [
  { format: 'xlsx', label: 'As a workbook (XLSX)…' },
  { format: 'csv', label: 'As text (CSV)…' },
] as const

/** Writes the list that the client fills in. The ending of the name that is chosen decides what it becomes. */
export function ExportList({ requestId, name }: { requestId: string; name: string }) {
  const write = useEngineCommand('request.export')
  const run = async (format: 'xlsx' | 'csv') => {
    const place = await askShell({ kind: 'saveFile', title: 'Request list', suggestedName: `${name}.${format}` })
    if (place === null) return
    await write.run({ requestId, file: fileRef(place.token) }).then(
      ({ items }) => notifications.show({ message: `${name} was written: ${items} items, in ${place.name}.` }),
      () => undefined,
    )
  }
  useKeys([{ keys: 'e', label: 'Export the list', run: () => void run('xlsx') }])
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button loading={write.pending}>Export the list…</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map(({ format, label }) => (
          <Menu.Item key={format} onClick={() => void run(format)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
