import { Anchor, Combobox, Group, type TextareaProps, useCombobox } from '@mantine/core'
import { useMergedRef } from '@mantine/hooks'
import { type Ref, useEffect, useRef, useState } from 'react'
import type { RecordInfo } from '../../shared/contract/record.ts'
import { recordName } from '../../shared/record/record.ts'
import { recordsIn } from '../../shared/record/token.ts'
import { useRouteParam } from '../app/params.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { GrowingText } from '../ui/GrowingText.tsx'
import { kindWords } from './kindWords.ts'
import { recordLink } from './recordLink.ts'
import { keptText, labelsOf, mentionAt, shownText } from './mentionText.ts'

type ProseInputProps = Omit<TextareaProps, 'value' | 'defaultValue' | 'onChange' | 'autosize' | 'styles'> & {
  ref?: Ref<HTMLTextAreaElement>
  /** The text as it is kept. */
  value?: string
  onChange?: (value: string) => void
  /** Whether links to what the text points at stand under the field: where the text is read in its field, outside of dialogs. */
  withLinks?: boolean
}

/** A field for sentences, in which `@` offers the records of the engagement; what is chosen reads `@[DEV-3]`. */
export function ProseInput({ ref, value = '', onChange, onBlur, withLinks = false, ...field }: ProseInputProps) {
  const engagementId = useRouteParam('engagementId')
  const area = useRef<HTMLTextAreaElement>(null)
  const [mention, setMention] = useState<ReturnType<typeof mentionAt>>(null)
  const [chosen, setChosen] = useState<readonly RecordInfo[]>([])
  const known = useKnownRecords(engagementId, value, chosen)
  const labels = labelsOf(known)
  const shown = shownText(value, labels)
  const found = useEngineQuery(
    'record.find',
    { engagementId, words: mention?.words ?? '', limit: 8 },
    { enabled: mention !== null && engagementId !== '', keepsPrevious: true },
  )
  const answered = mention === null ? [] : (found.data?.records ?? [])
  // Until the answer to the last key is there, only what holds its words too is offered.
  const offered = found.isPlaceholderData ? answered.filter((record) => holds(record, mention?.words ?? '')) : answered
  const isOpen = offered.length > 0
  const combobox = useCombobox({ opened: isOpen, onOpenedChange: (opened) => (opened ? undefined : setMention(null)) })
  const merged = useMergedRef(area, ref)
  const { selectFirstOption } = combobox
  const offeredNames = offered.map(recordName).join(' ')
  // Enter takes the first of what is offered now, also after the list has become another while somebody typed on.
  useEffect(() => {
    if (offeredNames !== '') selectFirstOption()
  }, [offeredNames, selectFirstOption])

  const insert = (record: RecordInfo) => {
    if (mention === null) return
    const isKnown = known.some((each) => recordName(each) === recordName(record))
    const withRecord = isKnown ? known : [...known, record]
    const withLabel = labelsOf(withRecord)
    const before = `${shown.slice(0, mention.start)}@[${withLabel.get(recordName(record)) ?? record.ref}]`
    const after = shown.slice(mention.start + 1 + mention.words.length)
    setChosen(withRecord)
    setMention(null)
    onChange?.(keptText(`${before}${after}`, withLabel, withRecord))
    // Once the field shows the new text, what is typed next stands behind the reference.
    requestAnimationFrame(() => area.current?.setSelectionRange(before.length, before.length))
  }

  return (
    <Combobox
      store={combobox}
      position="bottom-start"
      // Beside its field, so that the list lies within the landmark or dialog that the field is in.
      withinPortal={false}
      floatingStrategy="fixed"
      onOptionSubmit={(name) => {
        const record = offered.find((each) => recordName(each) === name)
        if (record !== undefined) insert(record)
      }}
    >
      <Combobox.Target withKeyboardNavigation={isOpen} withAriaAttributes={isOpen}>
        <GrowingText
          {...field}
          ref={merged}
          value={shown}
          onChange={({ currentTarget }) => {
            setMention(mentionAt(currentTarget.value, currentTarget.selectionStart))
            onChange?.(keptText(currentTarget.value, labels, known))
          }}
          onBlur={(event) => {
            setMention(null)
            onBlur?.(event)
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!isOpen}>
        <Combobox.Options aria-label="Records" mah={260} style={{ overflowY: 'auto' }}>
          {offered.map((record) => (
            <Combobox.Option key={recordName(record)} value={recordName(record)}>
              <strong>{record.ref}</strong> {record.title} <small>{kindWords[record.kind]}</small>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
      {withLinks ? <MentionLinks engagementId={engagementId} text={value} known={known} /> : null}
    </Combobox>
  )
}

type MentionLinksProps = { engagementId: string; text: string; known: readonly RecordInfo[] }

/** Where the references of a text lead; a field itself can hold no link. */
function MentionLinks({ engagementId, text, known }: MentionLinksProps) {
  const named = new Set(recordsIn(text).map(recordName))
  const present = known.filter((record) => record.state === 'present' && named.has(recordName(record)))
  if (present.length === 0) return null
  return (
    <Group gap="xs" mt={4}>
      {present.map((record) => (
        <Anchor key={recordName(record)} size="sm" href={recordLink(engagementId, record)} title={record.title}>
          {record.ref}
        </Anchor>
      ))}
    </Group>
  )
}

function holds({ ref, title }: RecordInfo, words: string): boolean {
  const text = `${ref} ${title}`.toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** The records that a text points at, with those that were just chosen, in an order that does not change while it is typed. */
function useKnownRecords(engagementId: string, text: string, chosen: readonly RecordInfo[]): readonly RecordInfo[] {
  const [first] = useState(() => recordsIn(text))
  const { data } = useEngineQuery(
    'record.describe',
    { engagementId, records: first.slice(0, 500) },
    { enabled: first.length > 0 && engagementId !== '' },
  )
  const all = [...(data?.records ?? []), ...chosen]
  return [...new Map(all.map((record) => [recordName(record), record])).values()]
}
