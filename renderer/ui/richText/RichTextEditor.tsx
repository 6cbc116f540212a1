import { RichTextEditor as Editor } from '@mantine/tiptap'
import '@mantine/tiptap/styles.css'
import { TableKit } from '@tiptap/extension-table'
import { useEditor } from '@tiptap/react'
import { StarterKit } from '@tiptap/starter-kit'
import type { RichText } from '../../../shared/contract/richText.ts'
import { EmptyHeads } from './emptyHeads.ts'
import { MentionOffer } from './MentionOffer.tsx'
import { RecordMention } from './recordMention.ts'
import { TableControls } from './TableControls.tsx'
import classes from './RichTextEditor.module.css'
import { editorContentOf, type MentionLabels, richTextOf } from './richTextOf.ts'

export type RichTextEditorProps = {
  label: string
  value: RichText
  onChange: (value: RichText) => void
  /** How the records that the text points at read; with them `@` offers the records of the engagement. */
  labels?: MentionLabels | null
}

/** Only what a rich text may hold: whatever else is pasted loses its form and keeps its words. */
const extensions = [
  StarterKit.configure({
    code: false,
    codeBlock: false,
    horizontalRule: false,
    link: false,
    strike: false,
    heading: { levels: [1, 2, 3, 4] },
  }),
  TableKit.configure({ table: { resizable: false } }),
  EmptyHeads,
]

/** Rich text that is being written. Loaded when somebody writes; see `RichTextField`. */
export function RichTextEditor({ label, value, onChange, labels = null }: RichTextEditorProps) {
  const editor = useEditor({
    extensions: labels === null ? extensions : [...extensions, RecordMention],
    content: editorContentOf(value, labels),
    immediatelyRender: true,
    // Its styles would be an inline sheet, which the content policy refuses; ours are in the module.
    injectCSS: false,
    editorProps: { attributes: { 'aria-label': label, role: 'textbox', 'aria-multiline': 'true' } },
    onUpdate: ({ editor: changed }) => onChange(richTextOf(changed.getJSON())),
  })
  return (
    <Editor editor={editor} mih={240}>
      <Editor.Toolbar>
        <Editor.ControlsGroup>
          <Editor.Bold />
          <Editor.Italic />
          <Editor.Underline />
          <Editor.ClearFormatting />
        </Editor.ControlsGroup>
        <Editor.ControlsGroup>
          <Editor.H2 />
          <Editor.H3 />
        </Editor.ControlsGroup>
        <Editor.ControlsGroup>
          <Editor.BulletList />
          <Editor.OrderedList />
          <Editor.Blockquote />
        </Editor.ControlsGroup>
        <TableControls editor={editor} />
        <Editor.ControlsGroup>
          <Editor.Undo />
          <Editor.Redo />
        </Editor.ControlsGroup>
      </Editor.Toolbar>
      <Editor.Content className={classes['content'] ?? ''} />
      {labels === null ? null : <MentionOffer editor={editor} />}
    </Editor>
  )
}
