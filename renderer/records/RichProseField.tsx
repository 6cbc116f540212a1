import { useState } from 'react'
import type { RecordInfo } from '../../shared/contract/record.ts'
import { recordName } from '../../shared/record/record.ts'
import { recordsIn } from '../../shared/record/token.ts'
import { plainTextOf } from '../../shared/richText/paragraphs.ts'
import { useRouteParam } from '../app/params.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { Loading } from '../ui/Loading.tsx'
import type { RichTextEditorProps } from '../ui/richText/RichTextEditor.tsx'
import { RichTextField } from '../ui/richText/RichTextField.tsx'

/** Rich text in which `@` offers the records of the engagement. As its editor it is not controlled. */
export function RichProseField(field: Omit<RichTextEditorProps, 'labels'>) {
  const engagementId = useRouteParam('engagementId')
  const [records] = useState(() => recordsIn(plainTextOf(field.value)).slice(0, 500))
  const { data } = useEngineQuery('record.describe', { engagementId, records }, { enabled: records.length > 0 })
  if (records.length > 0 && data === undefined) return <Loading />
  const labels = new Map((data?.records ?? []).map((record) => [recordName(record), labelOf(record)]))
  return <RichTextField {...field} labels={labels} />
}

function labelOf({ state, ref }: RecordInfo): string {
  if (state === 'unknown') return '(unknown record)'
  return state === 'removed' ? `${ref} (removed)` : ref
}
