import { Alert, Button, CloseButton, Group, List, Paper, Select, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Aspect, ConclusionOutcome } from '../../shared/contract/conclusion.ts'
import type { Hypothesis, PartDifference, ProposedPart } from '../../shared/contract/opinion.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { aspectTitles, outcomeOptions, outcomeWords } from '../../shared/opinion/conclusionWords.ts'
import { partTitles } from '../../shared/opinion/words.ts'
import { formTitles } from './opinionWords.ts'
import { type Supposable, supposables } from './supposables.ts'

type WhatIfProps = { engagementId: string; parts: readonly ProposedPart[] }

/** What the opinion would be if something else were concluded. Nothing of it is written. */
export function WhatIf({ engagementId, parts }: WhatIfProps) {
  const [hypotheses, setHypotheses] = useState<Hypothesis[]>([])
  const isSupposing = hypotheses.length > 0
  const answer = useEngineQuery(
    'opinion.propose',
    { engagementId, hypotheses },
    { enabled: isSupposing, keepsPrevious: true },
  )
  const choices = supposables(parts)
  const labels = new Map(choices.map(({ value, label }) => [value, label]))
  const suppose = (hypothesis: Hypothesis) =>
    setHypotheses((others) => [...others.filter((other) => keyOf(other) !== keyOf(hypothesis)), hypothesis])
  return (
    <Stack gap="md">
      <Text size="sm">
        Suppose another conclusion and see what would follow. Nothing is recorded, and it is forgotten when you leave.
      </Text>
      <SupposeForm choices={choices} aspects={aspectsOf(parts)} onSuppose={suppose} />
      {hypotheses.map((hypothesis) => {
        const { target, aspect, outcome } = hypothesis
        const label = labels.get(`${target.entity}:${target.id}`) ?? target.id
        return (
          <Group key={keyOf(hypothesis)} gap="xs">
            <Text size="sm">
              {label}, {aspectTitles[aspect].toLowerCase()}:{' '}
              <strong>{outcomeWords(target.entity, aspect, outcome)}</strong>
            </Text>
            <CloseButton
              size="sm"
              aria-label={`No longer suppose: ${label}`}
              onClick={() => setHypotheses((all) => all.filter((one) => one !== hypothesis))}
            />
          </Group>
        )
      })}
      <ErrorNote error={answer.error} />
      {isSupposing && answer.data ? <Differences differences={answer.data.differences} /> : null}
    </Stack>
  )
}

const keyOf = ({ target, aspect }: Hypothesis) => `${target.entity}:${target.id}:${aspect}`

const aspectsOf = (parts: readonly ProposedPart[]): Aspect[] =>
  parts.flatMap(({ part }) => (part === 'description' ? [] : [part]))

type SupposeFormProps = {
  choices: readonly Supposable[]
  aspects: readonly Aspect[]
  onSuppose: (hypothesis: Hypothesis) => void
}

function SupposeForm({ choices, aspects, onSuppose }: SupposeFormProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const [aspect, setAspect] = useState<Aspect>(aspects.at(-1) ?? 'design')
  const [outcome, setOutcome] = useState<ConclusionOutcome | null>(null)
  const target = choices.find(({ value }) => value === chosen)?.target
  return (
    <form
      aria-label="Suppose a conclusion"
      onSubmit={(event) => {
        event.preventDefault()
        if (target !== undefined) onSuppose({ target, aspect, outcome })
      }}
    >
      <Group align="flex-end">
        <Select
          label="Suppose that"
          searchable
          w={360}
          data={choices.map(({ value, label }) => ({ value, label }))}
          value={chosen}
          onChange={setChosen}
        />
        <Select
          label="in its"
          w={140}
          allowDeselect={false}
          data={aspects.map((value) => ({ value, label: aspectTitles[value] }))}
          value={aspect}
          onChange={(value) => setAspect(aspects.find((each) => each === value) ?? 'design')}
        />
        <Select
          label="was concluded as"
          w={280}
          placeholder="Not concluded yet"
          clearable
          data={target === undefined ? [] : outcomeOptions(target.entity, aspect)}
          value={outcome}
          onChange={(value) =>
            setOutcome(
              target === undefined
                ? null
                : (outcomeOptions(target.entity, aspect).find((option) => option.value === value)?.value ?? null),
            )
          }
        />
        <Button type="submit" disabled={target === undefined}>
          Suppose
        </Button>
      </Group>
    </form>
  )
}

function Differences({ differences }: { differences: readonly PartDifference[] }) {
  if (differences.length === 0) return <Alert variant="default">The opinion would stay as it is.</Alert>
  return (
    <Stack gap="sm">
      {differences.map((difference) => (
        <Paper key={difference.part} withBorder p="sm" component="section" aria-label={partTitles[difference.part]}>
          <Title order={2} size="h5">
            {partTitles[difference.part]}: {formTitles[difference.from]}
            {difference.from === difference.to ? ', as before' : ` → ${formTitles[difference.to]}`}
          </Title>
          <Sentences title="Paragraphs that come" sentences={difference.paragraphsAdded} />
          <Sentences title="Paragraphs that go" sentences={difference.paragraphsRemoved} />
          <Sentences title="To be done then" sentences={difference.missingAdded} />
          <Sentences title="No longer to be done" sentences={difference.missingRemoved} />
        </Paper>
      ))}
    </Stack>
  )
}

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <>
      <Text size="sm" fw={600} mt="xs">
        {title}
      </Text>
      <List size="sm">
        {sentences.map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
    </>
  )
}
