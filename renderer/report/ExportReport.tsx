import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { callEngine } from '../engine/client.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { writePdf } from '../engine/printing.ts'
import { askShell, fileRef } from '../engine/shell.ts'

type Format = 'docx' | 'html' | 'xlsx'

/** A PDF is drawn by the shell from the page of the report. */
async function exportPdf(engagementId: string): Promise<void> {
  const place = await askShell({ kind: 'saveFile', title: 'Report', suggestedName: 'report.pdf' })
  if (place === null) return
  const { documentId } = await callEngine('report.print', { engagementId })
  await writePdf(documentId, place.token)
  notifications.show({ message: `The report was written to ${place.name}.` })
}

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
        <Menu.Item onClick={() => void exportPdf(engagementId).catch(showError)}>PDF</Menu.Item>
        <Menu.Item onClick={() => void run('html')}>Page (HTML)</Menu.Item>
        <Menu.Item onClick={() => void run('xlsx')}>Criteria, controls and tests (XLSX)</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function showError(error: unknown): void {
  notifications.show({ color: 'red', message: error instanceof Error ? error.message : String(error) })
}
