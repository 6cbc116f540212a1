import { Group, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { DescriptionCheck, DescriptionSection } from '../../shared/contract/description.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { askShell, fileRef } from '../engine/shell.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { leftOutWords } from './leftOutWords.ts'
import { SectionCard } from './SectionCard.tsx'
import { SectionForm } from './SectionForm.tsx'

type SectionsProps = { engagementId: string; criteria: readonly DescriptionCheck[] }

/** Management's text, section by section: written here, or taken from a Word document. */
export function Sections({ engagementId, criteria }: SectionsProps) {
  const list = useEngineQuery('description.sections', { engagementId })
  const [editing, setEditing] = useState<{ section: DescriptionSection | null } | null>(null)
  if (list.data === undefined) return list.isPending ? <Loading /> : <ErrorNote error={list.error} />
  const { sections } = list.data
  return (
    <Stack gap="md">
      <Group>
        <ChangeButton onClick={() => setEditing({ section: null })}>Add a section</ChangeButton>
        <ImportDescription engagementId={engagementId} />
      </Group>
      {sections.length === 0 ? (
        <EmptyState
          title="No description yet"
          text="Take management's draft from a Word document, or write it section by section."
        />
      ) : null}
      {sections.map((section) => (
        <SectionCard
          key={section.sectionId}
          section={section}
          criteria={criteria}
          onChange={() => setEditing({ section })}
        />
      ))}
      {editing === null ? null : (
        <SectionForm
          engagementId={engagementId}
          section={editing.section}
          criteria={criteria}
          onClose={() => setEditing(null)}
        />
      )}
    </Stack>
  )
}

function ImportDescription({ engagementId }: { engagementId: string }) {
  const take = useEngineCommand('description.importFile')
  const run = async () => {
    const place = await askShell({
      kind: 'openFile',
      title: "Management's description",
      extensions: ['docx'],
    })
    if (place === null) return
    await take.run({ engagementId, file: fileRef(place.token) }).then(
      ({ sections, leftOut }) =>
        notifications.show({
          message: `${sections.length} ${sections.length === 1 ? 'section was' : 'sections were'} taken from ${place.name}. ${leftOutWords(leftOut)}`,
        }),
      () => undefined,
    )
  }
  return (
    <ChangeButton variant="default" loading={take.pending} onClick={() => void run()}>
      Take from a Word document…
    </ChangeButton>
  )
}
