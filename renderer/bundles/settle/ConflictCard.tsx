import { Badge, Group, Paper, Radio, Stack, Text } from '@mantine/core'
import type { Conflict } from '../../../shared/contract/conflict.ts'
import { FieldValue } from '../../records/FieldValue.tsx'
import { fieldWords } from '../../../shared/record/fieldWords.ts'
import { ChangeButton } from '../../ui/ChangeButton.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { begunDecision, type Decision, decidedValue, thirdForm } from './conflictValue.ts'
import { AlternativeRadio } from './AlternativeRadio.tsx'
import { ConflictContext } from './ConflictContext.tsx'
import { PlaceLink } from './PlaceLink.tsx'
import { ThirdValue } from './ThirdValue.tsx'

type ConflictCardProps = {
  engagementId: string
  conflict: Conflict
  decision: Decision | null
  onDecision: (decision: Decision) => void
  /** Whether the keys of the screen act on it. */
  isCurrent: boolean
  onCurrent: () => void
  pending: boolean
  error: Error | null
  onDecide: () => void
}

/** A field that two people changed apart: both values with author and time, what was before, what else the paper says, and the decision. */
export function ConflictCard(props: ConflictCardProps) {
  const { engagementId, conflict, decision, onDecision, isCurrent, onCurrent, pending, error, onDecide } = props
  const { paper, place, field, before, alternatives, context } = conflict
  const name = `${paper}: ${fieldWords(field)}`
  const choose = (chosen: string) =>
    onDecision(chosen === 'third' ? begunDecision(conflict) : { place: Number(chosen), typed: '' })
  return (
    <Paper
      withBorder
      p="md"
      component="article"
      aria-label={name}
      aria-current={isCurrent ? 'true' : undefined}
      onFocusCapture={onCurrent}
      style={isCurrent ? { outline: '2px solid var(--mantine-primary-color-filled)' } : {}}
    >
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap" align="start">
          <Text fw={600}>
            <PlaceLink engagementId={engagementId} paper={paper} place={place} />
            {`: ${fieldWords(field)}`}
          </Text>
          <Badge color="red" variant="outline" style={{ flexShrink: 0 }}>
            Not to be signed before
          </Badge>
        </Group>
        <Text size="sm">
          {'Both had before: '}
          <FieldValue field={field} value={before} />
        </Text>
        <Radio.Group aria-label={name} value={decision === null ? null : String(decision.place)} onChange={choose}>
          <Stack gap="xs">
            {alternatives.map((alternative, index) => (
              <AlternativeRadio
                key={`${alternative.deviceId} ${alternative.seq}`}
                field={field}
                alternative={alternative}
                index={index}
              />
            ))}
            {thirdForm(conflict) === 'paper' ? (
              <Text size="sm">For another value take one of these, and change it on the paper.</Text>
            ) : (
              <Radio value="third" label="Another value" />
            )}
          </Stack>
        </Radio.Group>
        {decision?.place === 'third' ? (
          <ThirdValue
            conflict={conflict}
            typed={decision.typed}
            onTyped={(typed) => onDecision({ place: 'third', typed })}
          />
        ) : null}
        <ConflictContext context={context} />
        <ErrorNote error={error} />
        <ChangeButton
          maw={200}
          loading={pending}
          disabled={decision === null || decidedValue(conflict, decision) === undefined}
          onClick={onDecide}
          aria-label={`Decide: ${name}`}
        >
          Decide
        </ChangeButton>
      </Stack>
    </Paper>
  )
}
