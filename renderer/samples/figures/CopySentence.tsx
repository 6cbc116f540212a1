import { Button, Group, Text } from '@mantine/core'
import { askShell } from '../../engine/shell.ts'

/** The plain sentence for the workpaper, to be taken along. */
export function CopySentence({ sentence }: { sentence: string }) {
  if (sentence === '') return null
  return (
    <Group gap="xs" wrap="nowrap" align="start">
      <Text size="sm" fs="italic">
        {sentence}
      </Text>
      <Button
        size="compact-xs"
        variant="default"
        style={{ flexShrink: 0 }}
        onClick={() => void askShell({ kind: 'copyText', text: sentence })}
      >
        Copy the sentence
      </Button>
    </Group>
  )
}
