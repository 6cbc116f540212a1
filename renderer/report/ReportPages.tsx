import { Group, List, NavLink, Paper, Stack, Table, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import type { ResultOf } from '../../shared/contract/index.ts'
import { type DocumentBlock, sectionHeading } from '../../shared/report/document.ts'
import { RichTextView } from '../ui/richText/RichTextView.tsx'
import { keepInView } from '../records/useRecordInView.ts'
import { Later } from '../ui/Later.tsx'
import { inOrder } from '../ui/inOrder.ts'
import classes from './ReportPages.module.css'

export type ShownReport = ResultOf<'report.document'>['document']

/** The report as it reads, drawn from its document: no page of HTML is ever loaded. */
export function ReportPages({ document }: { document: ShownReport }) {
  return (
    <Group align="start" wrap="nowrap" gap="lg">
      <Stack gap={2} w={230} component="nav" aria-label="Sections of the report" className={classes['sections'] ?? ''}>
        {document.sections.map((section) => (
          <NavLink
            key={section.key}
            component="button"
            label={section.number}
            description={section.title}
            onClick={() => {
              const element = window.document.getElementById(`section-${section.key}`)
              if (element !== null) keepInView(element, 'start')
            }}
          />
        ))}
      </Stack>
      <Paper
        withBorder
        p="xl"
        maw={860}
        miw={0}
        style={{ flexGrow: 1, overflowWrap: 'anywhere' }}
        component="article"
        aria-label="Preview of the report"
      >
        <Title order={2}>{document.client}</Title>
        <Text size="lg">{document.title}</Text>
        <Text>{document.subtitle}</Text>
        <Text mt="sm">{document.firm}</Text>
        {document.sections.map((section) => (
          <section key={section.key} id={`section-${section.key}`} className={classes['section'] ?? ''}>
            <Title order={2} fz="xl" mt="xl" mb="sm">
              {sectionHeading(section)}
            </Title>
            {section === document.sections[0] ? (
              <Blocks section={section} />
            ) : (
              <Later>
                <Blocks section={section} />
              </Later>
            )}
          </section>
        ))}
      </Paper>
    </Group>
  )
}

function Blocks({ section }: { section: ShownReport['sections'][number] }) {
  return inOrder(section.blocks).map(({ key, element }) => <Block key={key} block={element} />)
}

function Block({ block }: { block: DocumentBlock }) {
  switch (block.kind) {
    case 'heading':
      return (
        <Title order={block.level === 2 ? 3 : 4} fz={block.level === 2 ? 'lg' : 'md'} mt="md" mb={4}>
          {block.text}
        </Title>
      )
    case 'paragraph':
      return block.tone === undefined || block.tone === 'signature' ? (
        <Text mb="xs" style={{ whiteSpace: 'pre-line' }}>
          {block.text}
        </Text>
      ) : (
        <Paper withBorder p="xs" mb="xs">
          <Text size="sm" fw={600}>
            {toneIcons[block.tone]} {block.text}
          </Text>
        </Paper>
      )
    case 'list':
      return (
        <List mb="sm">
          {inOrder(block.items).map(({ key, element }) => (
            <List.Item key={key}>{element}</List.Item>
          ))}
        </List>
      )
    case 'table':
      return <BlockTable table={block} />
    case 'rich':
      return <RichTextView value={{ type: 'doc', content: block.content }} />
  }
}

const note = <IconInfoCircle size={16} role="img" aria-label="Note" style={{ verticalAlign: 'text-bottom' }} />
const warning = (
  <IconAlertTriangle size={16} role="img" aria-label="To be written" style={{ verticalAlign: 'text-bottom' }} />
)
const toneIcons = { draft: warning, sample: note, unaudited: note } as const

function BlockTable({ table: { title, columns, rows } }: { table: Extract<DocumentBlock, { kind: 'table' }> }) {
  const all = columns.reduce((sum, { share }) => sum + share, 0)
  return (
    <Table layout="fixed" mb="md" className={classes['table'] ?? ''} aria-label={title}>
      <thead>
        <tr>
          {columns.map(({ head, share }) => (
            <th key={head} scope="col" style={{ width: `${(share / all) * 100}%` }}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {inOrder(rows).map(({ key, element }) => (
          <tr key={key}>
            {element.map((cell, place) => (
              <td key={columns[place]?.head ?? cell}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
