import type { JobState } from './job.ts'
import type { StoreState } from './store.ts'

/** What the engine announces by itself. */
export type EngineEvents = {
  /** After a commit: which entities changed, so that screens ask for just those again. */
  'entities.changed': {
    engagementId: string
    command: string
    entities: { entity: string; ids: string[] }[]
    entry: { seq: number; at: string }
  }
  'job.progress': JobState
  'job.ended': { jobId: string; method: string; failed: boolean }
  'store.state': StoreState
}

export type EventName = keyof EngineEvents
