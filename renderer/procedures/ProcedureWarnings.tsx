import { Alert, Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconMessageCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { Procedure, ProcedureWarning } from '../../shared/contract/procedure.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { instantWords } from '../ui/dates.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { ReasonForm } from '../ui/ReasonForm.tsx'

/** What a reviewer would ask about a procedure; each may be answered with a reason, which is kept beside it. */
export function ProcedureWarnings({ procedure: { procedureId, warnings } }: { procedure: Procedure }) {
  const answer = useEngineCommand('procedure.answerWarning', { quiet: true })
  const [answering, setAnswering] = useState<ProcedureWarning | null>(null)
  const give = (code: ProcedureWarning['code'], reason: string | null) =>
    void answer.run({ procedureId, code, reason }).then(
      () => setAnswering(null),
      () => undefined,
    )
  return (
    <>
      {warnings.map((warning) => (
        <Alert
          key={warning.code}
          color={warning.answer === null ? 'yellow' : 'gray'}
          icon={warning.answer === null ? <IconAlertTriangle size={16} /> : <IconMessageCheck size={16} />}
          p="xs"
        >
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <div>
              <Text size="sm">{warning.text}</Text>
              {warning.answer === null ? null : (
                <Text size="sm">
                  Answered: {warning.answer.reason} ({warning.answer.by}, {instantWords(warning.answer.at)})
                </Text>
              )}
            </div>
            <ChangeButton
              size="compact-xs"
              variant="default"
              style={{ flexShrink: 0 }}
              onClick={() => (warning.answer === null ? setAnswering(warning) : give(warning.code, null))}
            >
              {warning.answer === null ? 'Answer…' : 'Take back'}
            </ChangeButton>
          </Group>
        </Alert>
      ))}
      {answering === null ? <ErrorNote error={answer.error} /> : null}
      {answering === null ? null : (
        <ReasonForm
          title="Answer the warning"
          label="Why it is all right"
          error={answer.error}
          pending={answer.pending}
          onSubmit={(reason) => give(answering.code, reason)}
          onClose={() => setAnswering(null)}
        >
          <Text size="sm">{answering.text}</Text>
        </ReasonForm>
      )}
    </>
  )
}
