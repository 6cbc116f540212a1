import { Paper, Text, UnstyledButton } from '@mantine/core'
import type { Editor } from '@tiptap/react'
import { useEditorState } from '@tiptap/react'
import { useEffect, useId, useState } from 'react'
import type { RecordInfo } from '../../../shared/contract/record.ts'
import { recordName } from '../../../shared/record/record.ts'
import { useRouteParam } from '../../app/params.ts'
import { useEngineQuery } from '../../engine/hooks.ts'
import { kindWords } from '../../records/kindWords.ts'
import { mentionAt } from '../../records/mentionText.ts'
import classes from './RichTextEditor.module.css'
import { recordMentionName } from './recordMention.ts'

/** The records that an `@` in a rich text offers, below the caret: arrows choose, Enter takes, Escape leaves it a plain `@`. */
export function MentionOffer({ editor }: { editor: Editor | null }) {
  const engagementId = useRouteParam('engagementId')
  const mention = useEditorState({ editor, selector: ({ editor: now }) => (now === null ? null : mentionIn(now)) })
  const [leftAt, setLeftAt] = useState<number | null>(null)
  const [chosen, setChosen] = useState(0)
  const isAsked = mention !== null && mention.from !== leftAt
  const { data } = useEngineQuery(
    'record.find',
    { engagementId, words: mention?.words ?? '', limit: 8 },
    { enabled: isAsked && engagementId !== '' },
  )
  const offered = isAsked ? (data?.records ?? []) : []
  const at = Math.min(chosen, offered.length - 1)
  const listId = useId()

  const take = (record: RecordInfo | undefined) => {
    if (editor === null || mention === null || record === undefined) return
    const node = { type: recordMentionName, attrs: { kind: record.kind, id: record.id, label: record.ref } }
    editor.chain().focus().insertContentAt({ from: mention.from, to: mention.to }, node).run()
    setChosen(0)
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) setChosen((at + step + offered.length) % offered.length)
    else if (event.key === 'Enter' || event.key === 'Tab') take(offered[at])
    else if (event.key === 'Escape') setLeftAt(mention?.from ?? null)
    else {
      setChosen(0)
      return
    }
    event.preventDefault()
    // The editor would break the line.
    event.stopImmediatePropagation()
  }
  const isOpen = offered.length > 0
  useEffect(() => {
    // Before anything is typed the editor may not have its place in the page yet.
    const text = isOpen ? editor?.view.dom : undefined
    if (text === undefined) return undefined
    text.setAttribute('aria-activedescendant', `${listId}-${at}`)
    text.addEventListener('keydown', press, { capture: true })
    return () => {
      text.removeAttribute('aria-activedescendant')
      text.removeEventListener('keydown', press, { capture: true })
    }
  })

  if (editor === null || mention === null || !isOpen) return null
  const { left, bottom } = editor.view.coordsAtPos(mention.from)
  return (
    <Paper withBorder shadow="md" className={classes['offer'] ?? ''} style={{ left, top: bottom + 4 }}>
      <div role="listbox" aria-label="Records" id={listId}>
        {offered.map((record, place) => (
          <UnstyledButton
            key={recordName(record)}
            id={`${listId}-${place}`}
            role="option"
            aria-selected={place === at}
            tabIndex={-1}
            className={classes['option'] ?? ''}
            // The caret stays in the text.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(record)}
          >
            <Text size="sm" truncate>
              <strong>{record.ref}</strong> {record.title} <small>{kindWords[record.kind]}</small>
            </Text>
          </UnstyledButton>
        ))}
      </div>
    </Paper>
  )
}

/** Where a reference is being typed: places of the document, and the words behind the `@`. */
function mentionIn(editor: Editor): { from: number; to: number; words: string } | null {
  const { empty, $from } = editor.state.selection
  if (!empty || !editor.isFocused) return null
  // What is one thing in the text takes one place of it, as in the document.
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\u{FFFC}')
  const found = mentionAt(before, before.length)
  return found === null ? null : { from: $from.start() + found.start, to: $from.pos, words: found.words }
}
