import { Button, Checkbox, Group, Modal, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core'
import type { Engagement } from '../../shared/contract/engagement.ts'
import type { RollForwardPreview } from '../../shared/contract/rollForward.ts'
import { datesOf } from '../engagements/engagementWords.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { useRollForward } from './useRollForward.ts'

type RollForwardProps = { engagement: Engagement; onClose: () => void }

/** The next engagement from this one: its period, what is carried, and what stays behind. */
export function RollForward({ engagement, onClose }: RollForwardProps) {
  const { engagementId } = engagement
  const preview = useEngineQuery('engagement.previewRollForward', { engagementId })
  return (
    <Modal opened onClose={onClose} title={`Roll forward: ${engagement.client}, ${datesOf(engagement)}`} size={960}>
      {preview.data === undefined ? (
        preview.isPending ? (
          <Loading />
        ) : (
          <ErrorNote error={preview.error} />
        )
      ) : (
        <RollForwardForm engagementId={engagementId} preview={preview.data} onClose={onClose} />
      )}
    </Modal>
  )
}

type FormProps = { engagementId: string; preview: RollForwardPreview; onClose: () => void }

function RollForwardForm({ engagementId, preview, onClose }: FormProps) {
  const { form, leaves, toggle, submit, pending, error } = useRollForward(engagementId, preview, onClose)
  return (
    <form onSubmit={submit} aria-label="Roll forward">
      <Stack gap="md">
        <Group align="end">
          <SegmentedControl
            aria-label="Type of the next report"
            data={[
              { value: 'type2', label: 'Type 2 (period)' },
              { value: 'type1', label: 'Type 1 (as of a date)' },
            ]}
            {...form.getInputProps('reportType')}
          />
          {form.values.reportType === 'type2' ? (
            <>
              <TextInput label="Period from" w={150} {...form.getInputProps('start')} />
              <TextInput label="Period to" w={150} {...form.getInputProps('end')} />
            </>
          ) : (
            <TextInput label="As of" w={150} {...form.getInputProps('asOf')} />
          )}
        </Group>
        <Gap preview={preview} reportType={form.values.reportType} start={form.values.start} />
        <Group align="flex-start" grow>
          <Stack gap="xs" component="section" aria-label="Carried">
            <Title order={2} size="h5">
              Carried, with new ids and where each comes from
            </Title>
            {preview.carried.map(({ part, title, papers }) => (
              <Checkbox
                key={part}
                size="sm"
                label={`${title} (${papers})`}
                checked={!leaves.has(part)}
                disabled={part === 'always' || papers === 0}
                onChange={() => toggle(part)}
              />
            ))}
            <Title order={3} size="h6" mt="xs">
              Fields that may go along
            </Title>
            {preview.choices
              .filter(({ papers }) => papers > 0)
              .map(({ key, title, papers }) => (
                <Checkbox
                  key={key}
                  size="sm"
                  label={`${title} (${papers})`}
                  checked={!leaves.has(key)}
                  onChange={() => toggle(key)}
                />
              ))}
          </Stack>
          <Stack gap={4} component="section" aria-label="Never carried">
            <Title order={2} size="h5">
              Never carried
            </Title>
            <Text size="sm" c="dimmed">
              Evidence of an earlier period never reduces the tests of this one. It stays one glance away, beside each
              control and sheet.
            </Text>
            {preview.never
              .filter(({ papers }) => papers > 0)
              .map(({ what, papers }) => (
                <Text key={what} size="sm">
                  {what} ({papers})
                </Text>
              ))}
            <Title order={3} size="h6" mt="xs">
              The firm&apos;s, and there anyway
            </Title>
            {preview.ofTheFirm.map((what) => (
              <Text key={what} size="sm">
                {what}
              </Text>
            ))}
          </Stack>
        </Group>
        <ErrorNote error={error} />
        <Group>
          <Button type="submit" loading={pending}>
            Begin the next engagement
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** A report that does not begin the day after the last one leaves days that nobody examined, or examines some twice. */
function Gap({ preview, reportType, start }: { preview: RollForwardPreview; reportType: string; start: string }) {
  const expected = preview.proposed.period?.start
  if (reportType !== 'type2' || expected === undefined || start.trim() === expected) return null
  return (
    <Text size="sm" role="status">
      The last period ended the day before {expected}. Another first day leaves a gap, or examines days twice.
    </Text>
  )
}
