import { Button, Group, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Tickmark } from '../../shared/contract/tickmark.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { ChangeFields } from '../ui/ChangeFields.tsx'

type TickmarkFormProps = {
  engagementId: string
  /** The one that is changed; a new one without it. */
  tickmark: Tickmark | null
  onSaved?: (tickmarkId: string) => void
}

/** A symbol and what it means in this engagement. */
export function TickmarkForm({ engagementId, tickmark, onSaved }: TickmarkFormProps) {
  const save = useEngineCommand('tickmark.save', { quiet: true })
  const form = useForm({
    initialValues: { symbol: tickmark?.symbol ?? '', meaning: tickmark?.meaning ?? '' },
    validate: {
      symbol: (symbol) => (/^\S{1,4}$/u.test(symbol.trim()) ? null : 'One to four signs without a space.'),
      meaning: (meaning) => (meaning.trim() === '' ? 'Say what it means.' : null),
    },
  })
  const submit = form.onSubmit(async (values) => {
    const tickmarkId = tickmark === null ? {} : { tickmarkId: tickmark.tickmarkId }
    const saved = await save.run({ engagementId, ...tickmarkId, ...values }).catch(() => null)
    if (saved === null) return
    form.reset()
    onSaved?.(saved.tickmarkId)
  })
  return (
    <form onSubmit={submit} aria-label={tickmark === null ? 'New tickmark' : `Change the tickmark ${tickmark.symbol}`}>
      <ChangeFields>
        <Group align="flex-start" gap="xs" wrap="nowrap">
          <TextInput size="xs" w={84} label="Symbol" {...form.getInputProps('symbol')} />
          <TextInput size="xs" style={{ flex: 1 }} label="Meaning" {...form.getInputProps('meaning')} />
          <Button size="xs" mt={22} type="submit" variant="default" loading={save.pending}>
            {tickmark === null ? 'Add' : 'Save'}
          </Button>
        </Group>
      </ChangeFields>
      <ErrorNote error={save.error} />
    </form>
  )
}
