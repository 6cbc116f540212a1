import { Button, Code, Group, List, Stack, Table, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { askShell, fileRef } from '../engine/shell.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { instantWords } from '../ui/dates.ts'

/** The firm's own templates; the one that ships is what an own one begins from. */
export function ReportTemplates() {
  const known = useEngineQuery('report.templates', {})
  const add = useEngineCommand('report.addTemplate', { quiet: true })
  const retire = useEngineCommand('report.retireTemplate')
  const save = useEngineCommand('report.saveTemplate')
  const { templates = [], fields = [] } = known.data ?? {}
  const choose = async () => {
    const place = await askShell({ kind: 'openFile', title: 'Template', extensions: ['docx'] })
    if (place !== null) await add.run({ file: fileRef(place.token) }).catch(() => undefined)
  }
  const begin = async () => {
    const place = await askShell({ kind: 'saveFile', title: 'Template', suggestedName: 'report-template.docx' })
    if (place === null) return
    await save.run({ file: fileRef(place.token) }).then(
      () => notifications.show({ message: `The template was written to ${place.name}.` }),
      () => undefined,
    )
  }
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        Templates
      </Title>
      <Group>
        <Button variant="default" loading={add.pending} onClick={() => void choose()}>
          Add a template…
        </Button>
        <Button variant="default" loading={save.pending} onClick={() => void begin()}>
          Save the shipped template…
        </Button>
      </Group>
      <ErrorNote error={known.error ?? add.error} />
      {templates.length === 0 ? (
        <Text size="sm">
          No template of the firm yet: save the shipped one, give it your letterhead and styles, and add it here.
        </Text>
      ) : (
        <Table fz="sm" aria-label="Templates">
          <Table.Tbody>
            {templates.map(({ templateId, name, version, savedBy, savedAt, retired }) => (
              <Table.Tr key={templateId}>
                <Table.Th scope="row">
                  {name}, version {version}
                </Table.Th>
                <Table.Td>
                  {savedBy}, {instantWords(savedAt)}
                </Table.Td>
                <Table.Td>{retired ? 'out of use' : 'in use'}</Table.Td>
                <Table.Td>
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={`${retired ? 'Use' : 'Retire'} ${name}, version ${version}`}
                    onClick={() => void retire.run({ templateId, retired: !retired }).catch(() => undefined)}
                  >
                    {retired ? 'Use again' : 'Retire'}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Text size="sm">Fields that a template may have:</Text>
      <List size="sm">
        {fields.map(({ name, meaning }) => (
          <List.Item key={name}>
            <Code>{`{{${name}}}`}</Code> {meaning}
          </List.Item>
        ))}
      </List>
    </Stack>
  )
}
