import { Anchor, Text } from '@mantine/core'
import { Fragment } from 'react'
import type { RecordInfo } from '../../shared/contract/record.ts'
import { type RecordKey, recordName } from '../../shared/record/record.ts'
import { partsOf, recordsIn, tokenOf } from '../../shared/record/token.ts'
import { useRouteParam } from '../app/params.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { recordLink } from './recordLink.ts'

/** A text with links in the place of its references. */
export function ProseText({ text }: { text: string }) {
  const records = recordsIn(text).slice(0, 500)
  return records.length === 0 ? text : <LinkedText text={text} records={records} />
}

function LinkedText({ text, records }: { text: string; records: RecordKey[] }) {
  const engagementId = useRouteParam('engagementId')
  const { data } = useEngineQuery('record.describe', { engagementId, records })
  const byName = new Map((data?.records ?? []).map((record) => [recordName(record), record]))
  return placedParts(text).map(({ part, start }) => (
    <Fragment key={start}>
      {typeof part === 'string' ? (
        part
      ) : (
        <RecordMention engagementId={engagementId} record={byName.get(recordName(part))} />
      )}
    </Fragment>
  ))
}

/** @returns the parts of a text, each with the place where it begins */
function placedParts(text: string) {
  let start = 0
  return partsOf(text).map((part) => {
    const placed = { part, start }
    start += typeof part === 'string' ? part.length : tokenOf(part).length
    return placed
  })
}

/** One record within a sentence; one that is gone leads nowhere, and says so. */
function RecordMention({ engagementId, record }: { engagementId: string; record: RecordInfo | undefined }) {
  if (record === undefined) return '…'
  if (record.state !== 'present') {
    return (
      <Text span inherit c="red" fs="italic">
        {record.state === 'removed' ? `${record.ref} (removed)` : '(unknown record)'}
      </Text>
    )
  }
  return (
    <Anchor inherit href={recordLink(engagementId, record)} title={record.title}>
      {record.ref}
    </Anchor>
  )
}
