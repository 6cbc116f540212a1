import { Group } from '@mantine/core'
import type { Narrative } from '../../shared/contract/narrative.ts'
import { narrativeKindNames } from '../../shared/narrative/kindNames.ts'
import { useRouteParam } from '../app/params.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { EvidencePane } from '../evidence/EvidencePane.tsx'
import { ReferredTo } from '../records/ReferredTo.tsx'
import { RefersTo } from '../records/RefersTo.tsx'
import { PaperReview } from '../review/PaperReview.tsx'
import { instantWords } from '../ui/dates.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { useReadOnlyReason } from '../ui/readOnly.ts'
import { RichTextView } from '../ui/richText/RichTextView.tsx'
import { Screen } from '../ui/Screen.tsx'
import { NarrativeActions } from './NarrativeActions.tsx'
import { NarrativeEditor } from './NarrativeEditor.tsx'

/** One narrative, memo or meeting note: written where it is read, with its files and its review. */
export function NarrativeScreen() {
  const narrativeId = useRouteParam('narrativeId')
  const found = useEngineQuery('narrative.get', { narrativeId })
  const isReadOnly = useReadOnlyReason() !== null
  if (found.data === undefined) return found.isPending ? <Loading /> : <ErrorNote error={found.error} />
  const narrative = found.data
  const { engagementId, kind, title, by, at } = narrative
  const record = { kind: 'narrative', id: narrativeId } as const
  return (
    <Screen
      title={title}
      subtitle={`${narrativeKindNames[kind]}, last changed by ${by}, ${instantWords(at)}`}
      actions={<NarrativeActions narrative={narrative} />}
    >
      {isReadOnly ? (
        <ReadNarrative narrative={narrative} />
      ) : (
        <NarrativeEditor key={narrativeId} narrative={narrative} receivedAt={found.dataUpdatedAt} />
      )}
      <Group gap="lg">
        <RefersTo record={record} />
        <ReferredTo record={record} />
      </Group>
      <EvidencePane engagementId={engagementId} target={{ entity: 'narrative', id: narrativeId }} of={title} />
      <PaperReview target={{ entity: 'narrative', id: narrativeId }} />
    </Screen>
  )
}

function ReadNarrative({ narrative: { title, heldOn, metWith, content } }: { narrative: Narrative }) {
  return (
    <section aria-label={title} style={{ maxWidth: '80ch' }}>
      {[heldOn, metWith].filter((part) => part !== null).join(' · ')}
      <RichTextView value={content} />
    </section>
  )
}
