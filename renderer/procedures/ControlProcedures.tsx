import { Group, Modal, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import type { Procedure } from '../../shared/contract/procedure.ts'
import { ControlListActions } from '../controls/ControlListActions.tsx'
import { useEngineQuery } from '../engine/hooks.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { LibraryPicker } from './LibraryPicker.tsx'
import { ProcedureCard } from './ProcedureCard.tsx'
import { ProcedureForm } from './ProcedureForm.tsx'
import type { ProcedureValues } from './procedureValues.ts'

type Editing = { procedure: Procedure | null } | null

type ControlProceduresProps = {
  engagementId: string
  controlId: string
  /** Shows the prior period's test of a procedure beside the page. */
  onPrior: (procedureId: string) => void
}

/** The test procedures of a control: what is done, how far it is, and what a reviewer would ask. */
export function ControlProcedures({ engagementId, controlId, onPrior }: ControlProceduresProps) {
  const procedures = useEngineQuery('procedure.list', { engagementId, controlId })
  const samples = useEngineQuery('sample.list', { engagementId, controlId })
  const engagement = useEngineQuery('engagement.get', { engagementId })
  const control = useEngineQuery('control.get', { controlId })
  const [isPicking, picking] = useDisclosure(false)
  const [editing, setEditing] = useState<Editing>(null)
  const [drafts] = useState(() => new Map<string, ProcedureValues>())
  const draftKey = editing?.procedure?.procedureId ?? 'new'
  const error = procedures.error ?? samples.error ?? engagement.error
  const isReady = procedures.data && samples.data && engagement.data
  const write = (
    <Group gap="xs">
      <ChangeButton size="xs" onClick={() => setEditing({ procedure: null })}>
        Write a procedure
      </ChangeButton>
      <ChangeButton size="xs" variant="default" onClick={picking.open}>
        From the library…
      </ChangeButton>
    </Group>
  )
  const open = procedures.data?.procedures.flatMap(({ warnings }) => warnings.filter(({ answer }) => answer === null))

  return (
    <Stack gap="sm" component="section" aria-label="Procedures">
      <Group justify="space-between">
        <Group gap="xs">
          <Title order={2} size="h4">
            Procedures
          </Title>
          {open === undefined || open.length === 0 ? null : (
            <Text size="sm">{`${open.length} ${open.length === 1 ? 'warning' : 'warnings'} not answered`}</Text>
          )}
        </Group>
        {isReady && procedures.data.procedures.length > 0 ? (
          <Group gap="xs">
            <ControlListActions
              name="Procedures"
              list="procedures"
              ids={procedures.data.procedures.map(({ procedureId }) => procedureId)}
              {...{ engagementId, controlId }}
            />
            {write}
          </Group>
        ) : null}
      </Group>
      <ErrorNote error={error} />
      {isReady ? (
        <>
          {procedures.data.procedures.length === 0 ? (
            <EmptyState
              title="No procedure yet"
              text={
                engagement.data.reportType === 'type1'
                  ? 'A procedure says what is done. A Type 1 engagement tests the design, as of its date.'
                  : 'A procedure says what is done and what is looked at on every item. Draw the sample first where there is one.'
              }
              action={write}
            />
          ) : (
            procedures.data.procedures.map((procedure) => (
              <ProcedureCard
                key={procedure.procedureId}
                engagementId={engagementId}
                procedure={procedure}
                onEdit={() => setEditing({ procedure })}
                onPrior={() => onPrior(procedure.procedureId)}
              />
            ))
          )}
          <Modal
            opened={editing !== null}
            onClose={() => setEditing(null)}
            title={editing?.procedure ? 'Change the procedure' : 'New procedure'}
            size={760}
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
          {isPicking ? (
            <LibraryPicker
              controlId={controlId}
              controlCriteria={control.data?.criteria ?? []}
              onClose={picking.close}
            />
          ) : null}
        </>
      ) : error ? null : (
        <Loading />
      )}
    </Stack>
  )
}
