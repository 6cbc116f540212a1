import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { askShell, fileRef } from '../engine/shell.ts'

type Format = 'docx' | 'html' | 'xlsx'

/** Writes the report to a file that the auditor chooses; a document on the template of the firm that is chosen. */
export function ExportReport({ engagementId }: { engagementId: string }) {
  const write = useEngineCommand('report.export')
  const templates = useEngineQuery('report.templates', {}).data?.templates ?? []
  const run = async (format: Format, templateId?: string) => {
    const place = await askShell({ kind: 'saveFile', title: 'Report', suggestedName: `report.${format}` })
    if (place === null) return
    const on = templateId === undefined ? {} : { templateId }
    await write.run({ engagementId, format, file: fileRef(place.token), ...on }).then(
      () => notifications.show({ message: `The report was written to ${place.name}.` }),
      () => undefined,
    )
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button loading={write.pending}>Export…</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void run('docx')}>Document (DOCX), shipped template</Menu.Item>
        {templates
          .filter(({ retired }) => !retired)
          .map(({ templateId, name, version }) => (
            <Menu.Item key={templateId} onClick={() => void run('docx', templateId)}>
              Document (DOCX), {name}, version {version}
            </Menu.Item>
          ))}
        <Menu.Item onClick={() => void run('html')}>Page (HTML)</Menu.Item>
        <Menu.Item onClick={() => void run('xlsx')}>Criteria, controls and tests (XLSX)</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
