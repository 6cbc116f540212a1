import { Group, Pagination, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Conflict } from '../../../shared/contract/conflict.ts'
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useKeys } from '../../ui/useKeys.ts'
import { ConflictCard } from './ConflictCard.tsx'
import { begunDecision, type Decision, decidedValue, thirdForm } from './conflictValue.ts'

const pageSize = 20

/** Fields that two people changed without knowing of each other, one card each, worked through by keyboard or mouse. */
export function Conflicts({ engagementId }: { engagementId: string }) {
  const [page, setPage] = useState(1)
  const list = useEngineQuery(
    'conflict.list',
    { engagementId, offset: (page - 1) * pageSize, limit: pageSize },
    { keepsPrevious: true },
  )
  const resolve = useEngineCommand('conflict.resolve', { quiet: true })
  const [decisions, setDecisions] = useState<ReadonlyMap<string, Decision>>(new Map())
  const [currentId, setCurrentId] = useState<string | null>(null)
  const [askedId, setAskedId] = useState<string | null>(null)
  const conflicts = list.data?.conflicts ?? []
  const place = Math.max(
    0,
    conflicts.findIndex(({ conflictId }) => conflictId === currentId),
  )
  const current = conflicts[place]
  const note = (conflict: Conflict, decision: Decision) =>
    setDecisions((known) => new Map(known).set(conflict.conflictId, decision))
  const decide = (conflict: Conflict) => {
    const decision = decisions.get(conflict.conflictId)
    const value = decision === undefined ? undefined : decidedValue(conflict, decision)
    if (value === undefined) return
    setAskedId(conflict.conflictId)
    void resolve.run({ conflictId: conflict.conflictId, value }).catch(() => undefined)
  }
  const take = (index: number) => {
    if (current !== undefined && index < current.alternatives.length) note(current, { place: index, typed: '' })
  }
  const write = () => {
    if (current !== undefined && thirdForm(current) !== 'paper') note(current, begunDecision(current))
  }
  useKeys([
    { keys: '1', label: 'Choose the first value', run: () => take(0) },
    { keys: '2', label: 'Choose the second value', run: () => take(1) },
    { keys: '3', label: 'Choose the third value', run: () => take(2) },
    { keys: 'w', label: 'Write another value', run: write },
    { keys: 'd', label: 'Decide', run: () => (current === undefined ? undefined : decide(current)) },
    { keys: ']', label: 'Next conflict', run: () => setCurrentId(conflicts[place + 1]?.conflictId ?? currentId) },
    { keys: '[', label: 'Previous conflict', run: () => setCurrentId(conflicts[place - 1]?.conflictId ?? currentId) },
  ])
  const total = list.data?.total ?? 0
  if (list.data !== undefined && total === 0) return null
  return (
    <Stack gap="sm" component="section" aria-label="Conflicts">
      <Group justify="space-between">
        <Title order={2} size="h4">
          {`Changed on both sides (${total})`}
        </Title>
        <Text size="sm">Keys: 1, 2 choose · w writes another · d decides · [ ] move</Text>
      </Group>
      <ErrorNote error={list.error} />
      {conflicts.map((conflict) => (
        <ConflictCard
          key={conflict.conflictId}
          engagementId={engagementId}
          conflict={conflict}
          decision={decisions.get(conflict.conflictId) ?? null}
          onDecision={(decision) => note(conflict, decision)}
          isCurrent={conflict === current}
          onCurrent={() => setCurrentId(conflict.conflictId)}
          pending={resolve.pending && askedId === conflict.conflictId}
          error={askedId === conflict.conflictId ? resolve.error : null}
          onDecide={() => decide(conflict)}
        />
      ))}
      {total > pageSize ? (
        <Pagination
          total={Math.ceil(total / pageSize)}
          value={page}
          onChange={setPage}
          getControlProps={(control) => ({ 'aria-label': `${control} page` })}
        />
      ) : null}
    </Stack>
  )
}
