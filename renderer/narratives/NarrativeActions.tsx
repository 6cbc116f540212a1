import { useDisclosure } from '@mantine/hooks'
import type { Narrative } from '../../shared/contract/narrative.ts'
import { goTo } from '../app/goTo.ts'
import { links } from '../app/links.ts'
import { callEngine } from '../engine/client.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { fileRef } from '../engine/shell.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { ExportActions } from '../ui/ExportActions.tsx'
import { ReasonForm } from '../ui/ReasonForm.tsx'

const formats = [
  { format: 'html', label: 'As a page (HTML)…' },
  { format: 'xlsx', label: 'As a workbook (XLSX)…' },
] as const

/** Writes a narrative to a file, prints it, or hides it with the reason. */
export function NarrativeActions({ narrative }: { narrative: Narrative }) {
  const { engagementId, narrativeId, title } = narrative
  const [isRemoving, removing] = useDisclosure(false)
  const remove = useEngineCommand('narrative.remove', { quiet: true })
  return (
    <>
      <ExportActions
        name={title}
        formats={formats}
        write={async (format, token) => {
          if (format === 'html') await callEngine('narrative.export', { narrativeId, file: fileRef(token) })
          else {
            const list = { list: 'narratives' as const, engagementId, ids: [narrativeId] }
            await callEngine('list.export', { ...list, file: fileRef(token), format })
          }
          return oneText
        }}
        prepare={async () => ({ ...(await callEngine('narrative.print', { narrativeId })), amount: oneText })}
      />
      <ChangeButton variant="default" onClick={removing.open}>
        Remove
      </ChangeButton>
      {isRemoving ? (
        <ReasonForm
          title={`Remove ${title}`}
          label="Reason"
          error={remove.error}
          pending={remove.pending}
          onClose={removing.close}
          onSubmit={(reason) =>
            void remove.run({ narrativeId, reason }).then(
              () => goTo(links.narratives(engagementId)),
              () => undefined,
            )
          }
        />
      ) : null}
    </>
  )
}

const oneText = '1 text'
