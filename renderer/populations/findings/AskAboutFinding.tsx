import { Button, Modal, Stack } from '@mantine/core'
import { useState } from 'react'
import type { Finding, Population } from '../../../shared/contract/population.ts'
import { useEngineCommand } from '../../engine/hooks.ts'
import { areComplete, RequestFields, type RequestWords, saidWords } from '../../requests/RequestFields.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { checkWords } from './checkWords.ts'

/** Asks the client about what a check found; the finding then points at the request. */
export function AskAboutFinding({
  population: { engagementId, populationId, name },
  finding: { check, sentence, examples },
  onClose,
}: {
  population: Population
  finding: Finding
  onClose: () => void
}) {
  const create = useEngineCommand('request.create', { quiet: true })
  const decide = useEngineCommand('population.decideCheck', { quiet: true })
  const [words, setWords] = useState<RequestWords>({
    title: `${name}: ${checkWords[check].toLowerCase()}`,
    text: [`${sentence} Please explain.`, ...examples].join('\n'),
    dueOn: '',
    owner: '',
    priority: null,
  })
  const submit = async () => {
    const { requestId } = await create.run({ engagementId, kind: 'check', populationId, check, ...saidWords(words) })
    await decide.run({ populationId, check, decision: 'requested', reason: words.title, requestId })
  }
  return (
    <Modal opened onClose={onClose} title="Ask the client" size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit().then(onClose, () => undefined)
        }}
      >
        <Stack>
          <RequestFields words={words} onChange={setWords} />
          <ErrorNote error={create.error ?? decide.error} />
          <Button type="submit" loading={create.pending || decide.pending} disabled={!areComplete(words)}>
            Ask
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
