import { Badge, Group, MultiSelect, Paper, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { DescriptionCheck, DescriptionSection } from '../../shared/contract/description.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { useRecordPlace } from '../records/useRecordInView.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { instantWords } from '../ui/dates.ts'
import { RichTextView } from '../ui/richText/RichTextView.tsx'

type SectionCardProps = {
  section: DescriptionSection
  criteria: readonly DescriptionCheck[]
  onChange: () => void
}

/** A section as it reads, and on demand its paragraphs with the description criteria that each answers. */
export function SectionCard({ section, criteria, onChange }: SectionCardProps) {
  const { sectionId, title, criterionId, content, by, at } = section
  const remove = useEngineCommand('description.removeSection')
  const [isLinking, linking] = useDisclosure(false)
  const place = useRecordPlace({ kind: 'descriptionSection', id: sectionId })
  return (
    <Paper withBorder p="md" component="article" aria-label={title} {...place}>
      <Stack gap="xs">
        <Group justify="space-between">
          <Group gap="xs">
            <Title order={2} size="h4">
              {title}
            </Title>
            <Badge variant="outline">{criterionId ?? 'no criterion yet'}</Badge>
          </Group>
          <Group gap="xs">
            <ChangeButton size="compact-sm" variant="default" aria-expanded={isLinking} onClick={linking.toggle}>
              {isLinking ? 'Show the text' : 'Link paragraphs'}
            </ChangeButton>
            <ChangeButton size="compact-sm" variant="default" aria-label={`Change ${title}`} onClick={onChange}>
              Change
            </ChangeButton>
            <ChangeButton
              size="compact-sm"
              variant="default"
              aria-label={`Remove ${title}`}
              onClick={() => void remove.run({ sectionId }).catch(() => undefined)}
            >
              Remove
            </ChangeButton>
          </Group>
        </Group>
        {isLinking ? <Paragraphs section={section} criteria={criteria} /> : <RichTextView value={content} />}
        <Text size="xs">
          Last changed by {by}, {instantWords(at)}
        </Text>
      </Stack>
    </Paper>
  )
}

function Paragraphs({ section, criteria }: Omit<SectionCardProps, 'onChange'>) {
  const link = useEngineCommand('description.link')
  const unlink = useEngineCommand('description.unlink')
  const { sectionId, paragraphs } = section
  const linkIdOf = (criterionId: string, text: string) =>
    criteria
      .find((check) => check.criterionId === criterionId)
      ?.links.find((one) => one.sectionId === sectionId && one.paragraph === text)?.linkId
  const change = (paragraph: string, before: readonly string[], after: readonly string[]) => {
    for (const criterionId of after.filter((id) => !before.includes(id))) {
      void link.run({ sectionId, criterionId, paragraph }).catch(() => undefined)
    }
    for (const criterionId of before.filter((id) => !after.includes(id))) {
      const linkId = linkIdOf(criterionId, paragraph)
      if (linkId !== undefined) void unlink.run({ linkId }).catch(() => undefined)
    }
  }
  return (
    <Stack gap="xs">
      {distinct(paragraphs).map(({ text, criteria: answered }, place) => (
        <Group key={text} align="flex-start" wrap="nowrap">
          <Text size="sm" style={{ flex: 1 }}>
            {text}
          </Text>
          <MultiSelect
            aria-label={`Criteria that paragraph ${place + 1} answers`}
            placeholder={answered.length === 0 ? 'answers…' : ''}
            w={220}
            data={criteria.map(({ criterionId }) => criterionId)}
            value={answered}
            onChange={(chosen) => change(text, answered, chosen)}
          />
        </Group>
      ))}
    </Stack>
  )
}

/** Two paragraphs of the same words answer the same criteria. */
const distinct = (paragraphs: DescriptionSection['paragraphs']) => [
  ...new Map(paragraphs.map((paragraph) => [paragraph.text, paragraph])).values(),
]
