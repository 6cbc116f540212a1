import { Code, Text } from '@mantine/core'

/** The words of a key, to be read aloud to its owner, and the key or its fingerprint below them. */
export function KeyWords({ label, words, fingerprint }: { label?: string; words: string; fingerprint?: string }) {
  return (
    <div>
      {label === undefined ? null : <Text size="xs">{label}</Text>}
      <Text component="div" fw={600} ff="monospace" style={{ wordSpacing: '0.3em' }}>
        {words}
      </Text>
      {fingerprint === undefined ? null : (
        <Code fz="xs" style={{ overflowWrap: 'anywhere' }}>
          {fingerprint}
        </Code>
      )}
    </div>
  )
}
