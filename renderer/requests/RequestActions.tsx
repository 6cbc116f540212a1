import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { ResultOf } from '../../shared/contract/index.ts'
import { links } from '../app/links.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { askShell, fileRef } from '../engine/shell.ts'
import { ReasonForm } from '../ui/ReasonForm.tsx'
import { ChangeRequest } from './ChangeRequest.tsx'
import { ImportAnswers } from './ImportAnswers.tsx'

type Dialog = 'change' | 'close' | 'reopen' | 'import' | null

/** What can be done with a request: send its list, take answers, change, close, open again, remove. */
export function RequestActions({ request }: { request: ResultOf<'request.get'> }) {
  const { requestId, engagementId, ref, status } = request
  const write = useEngineCommand('request.export')
  const close = useEngineCommand('request.close', { quiet: true })
  const reopen = useEngineCommand('request.reopen', { quiet: true })
  const remove = useEngineCommand('request.remove')
  const [dialog, setDialog] = useState<Dialog>(null)
  const hide = () => setDialog(null)
  const exportList = async () => {
    const place = await askShell({ kind: 'saveFile', title: 'Request list', suggestedName: `${ref}.xlsx` })
    if (place !== null) await write.run({ requestId, file: fileRef(place.token) }).catch(() => undefined)
  }
  const isOpen = status !== 'closed'
  const leave = () => {
    window.location.hash = links.requests(engagementId)
  }
  return (
    <Group gap="xs">
      {request.sampleId === null ? null : (
        <Button loading={write.pending} onClick={() => void exportList()}>
          Export the list…
        </Button>
      )}
      {request.sampleId === null || !isOpen ? null : (
        <Button variant="default" onClick={() => setDialog('import')}>
          Import answers…
        </Button>
      )}
      {isOpen ? (
        <>
          <Button variant="default" onClick={() => setDialog('change')}>
            Change…
          </Button>
          <Button variant="default" onClick={() => setDialog('close')}>
            Close…
          </Button>
        </>
      ) : (
        <Button variant="default" onClick={() => setDialog('reopen')}>
          Open again…
        </Button>
      )}
      {request.answered > 0 ? null : (
        <Button variant="default" onClick={() => void remove.run({ requestId }).then(leave, () => undefined)}>
          Remove
        </Button>
      )}
      {dialog === 'change' ? <ChangeRequest request={request} onClose={hide} /> : null}
      {dialog === 'import' ? <ImportAnswers request={request} onClose={hide} /> : null}
      {dialog === 'close' ? (
        <ReasonForm
          title={`Close ${ref}`}
          label="Reason"
          error={close.error}
          pending={close.pending}
          onClose={hide}
          onSubmit={(reason) => void close.run({ requestId, reason }).then(hide, () => undefined)}
        />
      ) : null}
      {dialog === 'reopen' ? (
        <ReasonForm
          title={`Open ${ref} again`}
          label="Reason"
          error={reopen.error}
          pending={reopen.pending}
          onClose={hide}
          onSubmit={(reason) => void reopen.run({ requestId, reason }).then(hide, () => undefined)}
        />
      ) : null}
    </Group>
  )
}
