import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { type AttributeValues, moved, nextLetter } from './procedureValues.ts'

type AttributeFieldsProps = {
  attributes: readonly AttributeValues[]
  onChange: (attributes: AttributeValues[]) => void
}

/** What is looked at on every item and what is expected, in the order of the sheet; results stay with their letter. */
export function AttributeFields({ attributes, onChange }: AttributeFieldsProps) {
  const letter = nextLetter(attributes)
  const change = (index: number, fields: Partial<AttributeValues>) =>
    onChange(attributes.map((each, place) => (place === index ? { ...each, ...fields } : each)))
  return (
    <Stack gap="xs" role="group" aria-label="Attributes">
      <Text size="sm" fw={500}>
        Attributes
      </Text>
      {attributes.map((attribute, index) => (
        <Group key={attribute.letter} gap="xs" wrap="nowrap" align="center">
          <Text fw={600} w={20} ta="center">
            {attribute.letter}
          </Text>
          <TextInput
            aria-label={`Attribute ${attribute.letter}`}
            placeholder="approved by a second person"
            flex={3}
            value={attribute.text}
            onChange={(event) => change(index, { text: event.currentTarget.value })}
          />
          <TextInput
            aria-label={`Expected result of ${attribute.letter}`}
            placeholder="expected: approver is not the author"
            flex={2}
            value={attribute.expected}
            onChange={(event) => change(index, { expected: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            aria-label={`Move ${attribute.letter} up`}
            disabled={index === 0}
            onClick={() => onChange(moved(attributes, index, index - 1))}
          >
            <IconArrowUp size={16} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            aria-label={`Move ${attribute.letter} down`}
            disabled={index === attributes.length - 1}
            onClick={() => onChange(moved(attributes, index, index + 1))}
          >
            <IconArrowDown size={16} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="red"
            aria-label={`Remove attribute ${attribute.letter}`}
            onClick={() => onChange(attributes.filter((_attribute, place) => place !== index))}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Group>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          disabled={letter === null}
          onClick={() => {
            if (letter !== null) onChange([...attributes, { letter, text: '', expected: '' }])
          }}
        >
          {letter === null ? 'All 26 letters are used' : `Add attribute ${letter}`}
        </Button>
      </Group>
    </Stack>
  )
}
