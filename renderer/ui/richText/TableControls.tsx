import { RichTextEditor as Editor } from '@mantine/tiptap'
import {
  IconColumnInsertRight,
  IconColumnRemove,
  IconRowInsertBottom,
  IconRowRemove,
  IconTableOff,
  IconTablePlus,
} from '@tabler/icons-react'
import { type Editor as Writing, useEditorState } from '@tiptap/react'

const inserted = { rows: 3, cols: 3, withHeaderRow: true }

/** Inserts a table whose first row holds heads; within one, rows and columns are added and removed. */
export function TableControls({ editor }: { editor: Writing | null }) {
  const isInTable = useEditorState({ editor, selector: ({ editor: now }) => now?.isActive('table') ?? false }) ?? false
  if (editor === null) return null
  const control = (label: string, Icon: typeof IconTablePlus, act: () => boolean) => (
    <Editor.Control aria-label={label} title={label} onClick={act}>
      <Icon size={16} stroke={1.5} />
    </Editor.Control>
  )
  const chain = () => editor.chain().focus()
  return (
    <Editor.ControlsGroup>
      {control('Insert a table', IconTablePlus, () => chain().insertTable(inserted).run())}
      {isInTable ? (
        <>
          {control('Add a row below', IconRowInsertBottom, () => chain().addRowAfter().run())}
          {control('Remove the row', IconRowRemove, () => chain().deleteRow().run())}
          {control('Add a column to the right', IconColumnInsertRight, () => chain().addColumnAfter().run())}
          {control('Remove the column', IconColumnRemove, () => chain().deleteColumn().run())}
          {control('Remove the table', IconTableOff, () => chain().deleteTable().run())}
        </>
      ) : null}
    </Editor.ControlsGroup>
  )
}
