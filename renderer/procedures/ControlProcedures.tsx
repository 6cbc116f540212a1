import { Button, Group, Modal, Stack, Title } from '@mantine/core'
import { useState } from 'react'
import type { Procedure } from '../../shared/contract/procedure.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { ProcedureCard } from './ProcedureCard.tsx'
import { ProcedureForm } from './ProcedureForm.tsx'
import type { ProcedureValues } from './procedureValues.ts'

type Editing = { procedure: Procedure | null } | null

/** The test procedures of a control: what is done, how far it is, and what a reviewer would ask. */
export function ControlProcedures({ engagementId, controlId }: { engagementId: string; controlId: string }) {
  const procedures = useEngineQuery('procedure.list', { engagementId, controlId })
  const samples = useEngineQuery('sample.list', { engagementId, controlId })
  const engagement = useEngineQuery('engagement.get', { engagementId })
  const [editing, setEditing] = useState<Editing>(null)
  const [drafts] = useState(() => new Map<string, ProcedureValues>())
  const draftKey = editing?.procedure?.procedureId ?? 'new'
  const error = procedures.error ?? samples.error ?? engagement.error
  const isReady = procedures.data && samples.data && engagement.data
  const write = (
    <Button size="xs" onClick={() => setEditing({ procedure: null })}>
      Write a procedure
    </Button>
  )

  return (
    <Stack gap="sm" component="section" aria-label="Procedures">
      <Group justify="space-between">
        <Title order={2} size="h4">
          Procedures
        </Title>
        {isReady && procedures.data.procedures.length > 0 ? write : null}
      </Group>
      <ErrorNote error={error} />
      {isReady ? (
        <>
          {procedures.data.procedures.length === 0 ? (
            <EmptyState
              title="No procedure yet"
              text="A procedure says what is done and what is looked at on every item. Draw the sample first where there is one."
              action={write}
            />
          ) : (
            procedures.data.procedures.map((procedure) => (
              <ProcedureCard
                key={procedure.procedureId}
                engagementId={engagementId}
                procedure={procedure}
                onEdit={() => setEditing({ procedure })}
              />
            ))
          )}
          <Modal
            opened={editing !== null}
            onClose={() => setEditing(null)}
            title={editing?.procedure ? 'Change the procedure' : 'New procedure'}
            size="lg"
            closeOnClickOutside={false}
          >
            {editing ? (
              <ProcedureForm
                controlId={controlId}
                reportType={engagement.data.reportType}
                procedure={editing.procedure}
                samples={samples.data.samples}
                draft={drafts.get(draftKey)}
                onDraft={(values) => {
                  if (values) drafts.set(draftKey, values)
                  else drafts.delete(draftKey)
                }}
                onClose={() => setEditing(null)}
              />
            ) : null}
          </Modal>
        </>
      ) : error ? null : (
        <Loading />
      )}
    </Stack>
  )
}
