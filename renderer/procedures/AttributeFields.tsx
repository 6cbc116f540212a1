import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { nextLetter, type ProcedureValues, swapTexts } from './procedureValues.ts'

type AttributeFieldsProps = {
  form: UseFormReturnType<ProcedureValues>
  /** Letters that have results: they keep their text's place and cannot be removed. */
  hasResults: boolean
}

/** What is looked at on every item, by letter. Texts can change places while nothing is recorded under their letters. */
export function AttributeFields({ form, hasResults }: AttributeFieldsProps) {
  const { attributes } = form.values
  const letter = nextLetter(attributes)
  const swap = (from: number, to: number) => form.setFieldValue('attributes', swapTexts(attributes, from, to))
  return (
    <Stack gap="xs" role="group" aria-label="Attributes">
      <Text size="sm" fw={500}>
        Attributes
      </Text>
      {attributes.map((attribute, index) => (
        <Group key={attribute.letter} gap="xs" wrap="nowrap" align="flex-start">
          <Text fw={600} w={20} mt={6} ta="center">
            {attribute.letter}
          </Text>
          <TextInput
            aria-label={`Attribute ${attribute.letter}`}
            placeholder="approved by a second person"
            flex={1}
            {...form.getInputProps(`attributes.${index}.text`)}
          />
          <ActionIcon
            variant="subtle"
            aria-label={`Move the text of ${attribute.letter} up`}
            disabled={hasResults || index === 0}
            onClick={() => swap(index, index - 1)}
          >
            <IconArrowUp size={16} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            aria-label={`Move the text of ${attribute.letter} down`}
            disabled={hasResults || index === attributes.length - 1}
            onClick={() => swap(index, index + 1)}
          >
            <IconArrowDown size={16} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="red"
            aria-label={`Remove attribute ${attribute.letter}`}
            onClick={() => form.removeListItem('attributes', index)}
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
            if (letter !== null) form.insertListItem('attributes', { letter, text: '' })
          }}
        >
          {letter === null ? 'All 26 letters are used' : `Add attribute ${letter}`}
        </Button>
      </Group>
    </Stack>
  )
}
