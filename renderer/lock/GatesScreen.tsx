import { useRouteParam } from '../app/params.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { today } from '../ui/dates.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Archive } from './Archive.tsx'
import { DatesForm } from './DatesForm.tsx'
import { LateChanges } from './LateChanges.tsx'
import { LockFile } from './LockFile.tsx'
import { standingWords } from './lockWords.ts'
import { MilestoneCard } from './MilestoneCard.tsx'
import { Retention } from './Retention.tsx'
import { useStanding } from './useStanding.ts'

/** What still blocks each milestone, the dates of the file, its lock, and what comes after it. */
export function GatesScreen() {
  const engagementId = useRouteParam('engagementId')
  const gates = useEngineQuery(
    'engagement.gates',
    { engagementId, readOnly: true },
    { againWhile: ({ unread }) => unread },
  )
  const standing = useStanding(engagementId)
  if (gates.data === undefined || gates.data.unread || standing === undefined)
    return gates.error === null ? <Loading /> : <ErrorNote error={gates.error} />
  const { open, milestones } = gates.data
  const isLocked = standing.lock !== null
  return (
    <Screen
      title="Gates and lock"
      subtitle={standingWords(standing, today()) || 'No report date is planned yet.'}
      actions={isLocked ? null : <LockFile engagementId={engagementId} openGates={open} />}
    >
      <Archive engagementId={engagementId} standing={standing} />
      <DatesForm engagementId={engagementId} dates={standing.dates} isReadOnly={isLocked} />
      <LateChanges engagementId={engagementId} standing={standing} />
      {isLocked
        ? null
        : milestones.map((milestone) => (
            <MilestoneCard key={milestone.milestone} engagementId={engagementId} milestone={milestone} />
          ))}
      <Retention engagementId={engagementId} standing={standing} />
    </Screen>
  )
}
