import { Group } from '@mantine/core'
import { useState } from 'react'
import type { ResultOf } from '../../shared/contract/index.ts'
import { goTo } from '../app/goTo.ts'
import { links } from '../app/links.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { today } from '../ui/dates.ts'
import { ReasonForm } from '../ui/ReasonForm.tsx'
import { useKeys } from '../ui/useKeys.ts'
import { ChangeRequest } from './ChangeRequest.tsx'
import { ExportList } from './ExportList.tsx'
import { ImportAnswers } from './ImportAnswers.tsx'

type Dialog = 'change' | 'close' | 'reopen' | 'import' | null

/** What can be done with a request: send its list, take answers, change, close, open again, remove. */
export function RequestActions({ request }: { request: ResultOf<'request.get'> }) {
  const { requestId, engagementId, ref, status, sampleId, sentOn, answered } = request
  const update = useEngineCommand('request.update')
  const remove = useEngineCommand('request.remove')
  const [dialog, setDialog] = useState<Dialog>(null)
  const hide = () => setDialog(null)
  const isClosed = status === 'closed'
  const takesAnswers = sampleId !== null && !isClosed
  useKeys(takesAnswers ? [{ keys: 'i', label: 'Import answers', changes: true, run: () => setDialog('import') }] : [])
  const leave = () => goTo(links.requests(engagementId))
  return (
    <Group gap="xs">
      {sampleId === null ? null : <ExportList requestId={requestId} name={ref} />}
      {takesAnswers ? <Action label="Import answers…" run={() => setDialog('import')} /> : null}
      {isClosed || sentOn !== null ? null : (
        <Action label="Sent today" run={() => void update.run({ requestId, sentOn: today() }).catch(() => undefined)} />
      )}
      {isClosed ? (
        <Action label="Open again…" run={() => setDialog('reopen')} />
      ) : (
        <>
          <Action label="Change…" run={() => setDialog('change')} />
          <Action label="Close…" run={() => setDialog('close')} />
        </>
      )}
      {answered > 0 ? null : (
        <Action label="Remove" run={() => void remove.run({ requestId }).then(leave, () => undefined)} />
      )}
      {dialog === 'change' ? <ChangeRequest request={request} onClose={hide} /> : null}
      {dialog === 'import' ? <ImportAnswers request={request} onClose={hide} /> : null}
      {dialog === 'close' ? <AskReason method="request.close" title={`Close ${ref}`} {...{ requestId, hide }} /> : null}
      {dialog === 'reopen' ? (
        <AskReason method="request.reopen" title={`Open ${ref} again`} {...{ requestId, hide }} />
      ) : null}
    </Group>
  )
}

function Action({ label, run }: { label: string; run: () => void }) {
  return (
    <ChangeButton variant="default" onClick={run}>
      {label}
    </ChangeButton>
  )
}

function AskReason({
  method,
  title,
  requestId,
  hide,
}: {
  method: 'request.close' | 'request.reopen'
  title: string
  requestId: string
  hide: () => void
}) {
  const command = useEngineCommand(method, { quiet: true })
  return (
    <ReasonForm
      title={title}
      label="Reason"
      error={command.error}
      pending={command.pending}
      onClose={hide}
      onSubmit={(reason) => void command.run({ requestId, reason }).then(hide, () => undefined)}
    />
  )
}
