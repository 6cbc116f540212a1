import { Button, Modal, Select, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { FollowUp } from '../../shared/contract/followUp.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { followUpStatuses } from './followUpWords.ts'
import { GrowingText } from '../ui/GrowingText.tsx'

/** What became of a deviation of an earlier period, and how it was seen. */
export function SettleFollowUp({ followUp, onClose }: { followUp: FollowUp; onClose: () => void }) {
  const settle = useEngineCommand('followUp.settle', { quiet: true })
  const form = useForm({
    initialValues: { status: followUp.status, remark: followUp.remark ?? '' },
    validate: {
      remark: (remark, { status }) => (status !== 'open' && remark.trim() === '' ? 'Say how it was seen.' : null),
    },
  })
  const submit = form.onSubmit((values) =>
    settle.run({ followUpId: followUp.followUpId, ...values }).then(onClose, () => undefined),
  )
  return (
    <Modal opened onClose={onClose} title={`${followUp.ref}, period to ${followUp.periodEnd}`}>
      <form onSubmit={submit} aria-label="What became of it">
        <Stack gap="sm">
          <Text size="sm">{followUp.condition}</Text>
          <Select label="Today" data={followUpStatuses} allowDeselect={false} {...form.getInputProps('status')} />
          <GrowingText
            label="How it was seen"
            description="Such as the paper that shows it; the tests of this period stay what they are"
            minRows={2}
            maxRows={8}
            {...form.getInputProps('remark')}
          />
          <ErrorNote error={settle.error} />
          <Button type="submit" loading={settle.pending}>
            Save
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
