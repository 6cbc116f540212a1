import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { DescriptionCheck, DescriptionSection } from '../../shared/contract/description.ts'
import type { RichText } from '../../shared/contract/richText.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { RichTextField } from '../ui/richText/RichTextField.tsx'

type SectionFormProps = {
  engagementId: string
  section: DescriptionSection | null
  criteria: readonly DescriptionCheck[]
  onClose: () => void
}

const empty: RichText = { type: 'doc', content: [{ type: 'paragraph' }] }

/** A section of management's text while it is written. */
export function SectionForm({ engagementId, section, criteria, onClose }: SectionFormProps) {
  const save = useEngineCommand('description.saveSection', { quiet: true })
  const [title, setTitle] = useState(section?.title ?? '')
  const [criterionId, setCriterionId] = useState(section?.criterionId ?? null)
  const [content, setContent] = useState(section?.content ?? empty)
  const submit = () =>
    save
      .run({
        engagementId,
        ...(section === null ? {} : { sectionId: section.sectionId }),
        title,
        criterionId,
        content,
      })
      .then(onClose, () => undefined)
  return (
    <Modal
      opened
      size="xl"
      onClose={onClose}
      title={section?.title ?? 'Section of the description'}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <form
        aria-label="Section of the description"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Stack gap="sm">
          <TextInput
            data-autofocus
            label="Title"
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Select
            label="Description criterion"
            placeholder="Not said yet"
            clearable
            data={criteria.map((check) => ({
              value: check.criterionId,
              label: `${check.criterionId} ${check.title}`,
            }))}
            value={criterionId}
            onChange={setCriterionId}
          />
          <RichTextField label="Text" value={content} onChange={setContent} />
          <ErrorNote error={save.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={save.pending} disabled={title.trim() === ''}>
              Save section
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
