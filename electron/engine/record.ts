import type { recordContract } from '../../shared/contract/record.ts'
import { loadEngagement } from './engagement.ts'
import type { Handlers } from './handler.ts'
import { describeRecords } from './record/describe.ts'
import { findRecords } from './record/find.ts'
import { danglingReferences, referencesOf } from './record/references.ts'

export const record: Handlers<typeof recordContract> = {
  'record.find': ({ engagementId, words, kinds, limit }, { reader }) => {
    loadEngagement(reader, engagementId)
    return { records: findRecords(reader, { engagementId, words, kinds, limit }) }
  },

  'record.describe': ({ engagementId, records }, { reader }) => {
    loadEngagement(reader, engagementId)
    return { records: describeRecords(reader, engagementId, records) }
  },

  'reference.list': ({ engagementId, record: key }, { reader }) => {
    loadEngagement(reader, engagementId)
    return referencesOf(reader, engagementId, key)
  },

  'reference.dangling': ({ engagementId, offset, limit }, { reader }) => {
    loadEngagement(reader, engagementId)
    const all = danglingReferences(reader, engagementId)
    return { total: all.length, dangling: all.slice(offset, offset + limit) }
  },
}
