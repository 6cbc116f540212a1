import { Blockquote, List, Table, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import type { RichText } from '../../../shared/contract/richText.ts'
import { isMarked, type RichNode } from '../../../shared/richText/node.ts'
import { plainTextOf } from '../../../shared/richText/paragraphs.ts'
import { ProseText } from '../../records/ProseText.tsx'

/** Rich text to be read: elements made of its nodes, never HTML of its text, with links in the place of its references. */
export function RichTextView({ value }: { value: RichText }) {
  return <>{value.content.map(shown)}</>
}

function shown(node: RichNode, place: number): ReactNode {
  const inner = (node.content ?? []).map(shown)
  switch (node.type) {
    case 'paragraph':
      return (
        <Text key={place} size="sm" my={4}>
          {inner}
        </Text>
      )
    case 'heading':
      return (
        <Title key={place} order={4} size="h5" mt="xs">
          {inner}
        </Title>
      )
    case 'bulletList':
      return (
        <List key={place} size="sm" withPadding>
          {inner}
        </List>
      )
    case 'orderedList':
      return (
        <List key={place} type="ordered" size="sm" withPadding start={node.attrs?.start ?? 1}>
          {inner}
        </List>
      )
    case 'listItem':
      return <List.Item key={place}>{inner}</List.Item>
    case 'blockquote':
      return (
        <Blockquote key={place} p="xs" my={4}>
          {inner}
        </Blockquote>
      )
    case 'table':
      return (
        <Table key={place} withTableBorder withColumnBorders fz="sm" my="xs">
          <Table.Tbody>{inner}</Table.Tbody>
        </Table>
      )
    case 'tableRow':
      return <Table.Tr key={place}>{inner}</Table.Tr>
    case 'tableHeader': {
      // A head that says nothing, as in the corner of a table, names no column.
      const Cell = plainTextOf(node) === '' ? Table.Td : Table.Th
      return (
        <Cell key={place} colSpan={node.attrs?.colspan} rowSpan={node.attrs?.rowspan}>
          {inner}
        </Cell>
      )
    }
    case 'tableCell':
      return (
        <Table.Td key={place} colSpan={node.attrs?.colspan} rowSpan={node.attrs?.rowspan}>
          {inner}
        </Table.Td>
      )
    case 'hardBreak':
      return <br key={place} />
    default:
      return marked(node, place)
  }
}

function marked(node: RichNode, place: number): ReactNode {
  return (
    <Text
      key={place}
      span
      inherit
      {...(isMarked(node, 'bold') ? { fw: 700 } : {})}
      {...(isMarked(node, 'italic') ? { fs: 'italic' } : {})}
      {...(isMarked(node, 'underline') ? { td: 'underline' } : {})}
    >
      <ProseText text={node.text ?? ''} />
    </Text>
  )
}
