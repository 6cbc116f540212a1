import { Alert, Group, Stack, Text } from '@mantine/core'
import { IconReplace } from '@tabler/icons-react'
import { useState } from 'react'
import type { Applicability } from '../../shared/contract/result.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { ReasonForm } from '../ui/ReasonForm.tsx'

/** What is replaced: one item as a whole, or what an attribute lacks by further items. */
type Replacing = { kind: 'item'; sampleItemId: string; itemId: string } | { kind: 'more'; by: number }

/** Items that do not apply make the sample smaller than planned: how many, and the way to replace them. */
export function NotApplicable({ procedureId }: { procedureId: string }) {
  const { data } = useEngineQuery('result.applicable', { procedureId })
  const [replacing, setReplacing] = useState<Replacing | null>(null)
  if (data === undefined || data.toReplace === 0 || data.sampleId === null) return null
  const whole = data.items.filter(({ appliesToNone }) => appliesToNone)
  const rest = data.toReplace - whole.length
  return (
    <Alert color="blue" icon={<IconReplace size={16} />} p="xs" title={`${data.toReplace} to replace`}>
      <Stack gap={4}>
        <Text size="sm">
          {data.attributes
            .map((each) => `${each.letter}: ${each.applicable} of ${data.planned} applicable`)
            .join(' · ')}
        </Text>
        {data.hasNextItem ? (
          <Group gap="xs">
            {whole.map(({ sampleItemId, itemId }) => (
              <ChangeButton
                key={sampleItemId}
                size="compact-xs"
                variant="default"
                onClick={() => setReplacing({ kind: 'item', sampleItemId, itemId })}
              >
                Replace {itemId}…
              </ChangeButton>
            ))}
            {rest > 0 ? (
              <ChangeButton
                size="compact-xs"
                variant="default"
                onClick={() => setReplacing({ kind: 'more', by: rest })}
              >
                Draw {rest} more…
              </ChangeButton>
            ) : null}
          </Group>
        ) : (
          <Text size="sm">The selection has no next item: say in the conclusion why fewer items are enough.</Text>
        )}
      </Stack>
      {replacing === null ? null : (
        <ReplaceForm sampleId={data.sampleId} replacing={replacing} data={data} onClose={() => setReplacing(null)} />
      )}
    </Alert>
  )
}

type ReplaceFormProps = { sampleId: string; replacing: Replacing; data: Applicability; onClose: () => void }

function ReplaceForm({ sampleId, replacing, data, onClose }: ReplaceFormProps) {
  const replace = useEngineCommand('sample.replace', { quiet: true })
  const extend = useEngineCommand('sample.extend', { quiet: true })
  const run = (reason: string) =>
    replacing.kind === 'item'
      ? replace.run({ sampleItemId: replacing.sampleItemId, reason })
      : extend.run({ sampleId, by: replacing.by, reason, replaces: true })
  const affected = data.items.filter(({ appliesToNone }) => !appliesToNone).map(({ itemId }) => itemId)
  return (
    <ReasonForm
      title={replacing.kind === 'item' ? `Replace ${replacing.itemId}` : `Draw ${replacing.by} more items`}
      label="Why it does not apply"
      error={replace.error ?? extend.error}
      pending={replace.pending || extend.pending}
      onSubmit={(reason) => void run(reason).then(onClose, () => undefined)}
      onClose={onClose}
    >
      <Text size="sm">
        {replacing.kind === 'item'
          ? 'The next item of the same order takes its place; the item and its results stay in the list.'
          : `The next items of the same order stand for those that an attribute does not apply to: ${affected.join(', ')}.`}
      </Text>
    </ReasonForm>
  )
}
