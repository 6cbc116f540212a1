import { Button, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Fragment } from 'react'
import { goTo } from '../app/goTo.ts'
import { links } from '../app/links.ts'
import { useRouteParam } from '../app/params.ts'
import { ControlDeviations } from '../deviations/ControlDeviations.tsx'
import { useReportType } from '../engagements/useReportType.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { ControlConclusions } from '../opinion/ControlConclusions.tsx'
import { ControlProcedures } from '../procedures/ControlProcedures.tsx'
import { ControlSamples } from '../samples/ControlSamples.tsx'
import { ControlWalkthroughs } from '../walkthroughs/ControlWalkthroughs.tsx'
import { FollowUps } from '../followUps/FollowUps.tsx'
import { BesidePrior } from '../prior/BesidePrior.tsx'
import { usePriorPane } from '../prior/usePriorPane.tsx'
import { PriorPane } from '../prior/PriorPane.tsx'
import { PaperEvidence } from '../evidence/PaperEvidence.tsx'
import { PaperReview } from '../review/PaperReview.tsx'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Later } from '../ui/Later.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Screen } from '../ui/Screen.tsx'
import { useKeys } from '../ui/useKeys.ts'
import { ControlForm } from './ControlForm.tsx'
import { ControlWording } from './ControlWording.tsx'
import { RemoveControl } from './RemoveControl.tsx'
import { SplitVersion } from './SplitVersion.tsx'
import { ReferredTo } from '../records/ReferredTo.tsx'

/** Everything about one control on one page. */
export function ControlScreen() {
  const engagementId = useRouteParam('engagementId')
  const controlId = useRouteParam('controlId')
  const control = useEngineQuery('control.get', { controlId })
  const isOverPeriod = useReportType(engagementId) !== 'type1'
  const neighbours = useNeighbours(engagementId, controlId)
  const [isChanging, changing] = useDisclosure(false)
  const [isSplitting, splitting] = useDisclosure(false)
  const prior = usePriorPane(controlId)
  if (control.data === undefined) return control.isPending ? <Loading /> : <ErrorNote error={control.error} />
  const { ref, title, criteria, owner, organisation, wording, procedures, samples, deviations } = control.data
  const section = { engagementId, controlId }
  return (
    <Screen
      title={`${ref} ${title}`}
      subtitle={[criteria.join(', '), owner ?? 'no owner', ...(organisation === null ? [] : [organisation])].join(
        ' · ',
      )}
      actions={
        <Group gap="xs">
          <Button variant="default" onClick={neighbours.goPrevious} disabled={!neighbours.hasPrevious}>
            Previous [
          </Button>
          <Button variant="default" onClick={neighbours.goNext} disabled={!neighbours.hasNext}>
            Next ]
          </Button>
          {isOverPeriod ? (
            <ChangeButton variant="default" onClick={splitting.open}>
              Changed in the period…
            </ChangeButton>
          ) : null}
          <ChangeButton variant="default" onClick={changing.open}>
            Change
          </ChangeButton>
          {prior.button}
          {procedures + samples + deviations === 0 ? <RemoveControl control={control.data} /> : null}
        </Group>
      }
    >
      <BesidePrior
        pane={prior.isOpen ? <PriorPane {...section} procedureId={prior.procedureId} onClose={prior.close} /> : null}
      >
        <ControlWording versions={wording} />
        <ReferredTo record={{ kind: 'control', id: controlId }} />
        {/* What is typed for one control must not stand under the next. */}
        <Fragment key={controlId}>
          <ControlWalkthroughs {...section} />
          {isOverPeriod ? <ControlSamples {...section} /> : null}
          <Later>
            <ControlProcedures {...section} onPrior={prior.openFor} />
            <ControlDeviations {...section} />
            <FollowUps {...section} />
            <PaperEvidence engagementId={engagementId} target={{ entity: 'control', id: controlId }} of={ref} />
            <ControlConclusions {...section} />
            <PaperReview target={{ entity: 'control', id: controlId }} />
          </Later>
        </Fragment>
      </BesidePrior>
      {isChanging ? (
        <ControlForm engagementId={engagementId} control={control.data} opened onClose={changing.close} />
      ) : null}
      {isSplitting ? <SplitVersion control={control.data} onClose={splitting.close} /> : null}
    </Screen>
  )
}

/** The controls before and after this one by reference, also by the keys `[` and `]`. */
function useNeighbours(engagementId: string, controlId: string) {
  const list = useEngineQuery('control.list', { engagementId, limit: 1000 })
  const all = list.data?.controls ?? []
  const place = all.findIndex((one) => one.controlId === controlId)
  const previous = place < 0 ? undefined : all[place - 1]
  const next = place < 0 ? undefined : all[place + 1]
  const open = (control: typeof next) => {
    if (control !== undefined) goTo(links.control(engagementId, control.controlId))
  }
  const goPrevious = () => open(previous)
  const goNext = () => open(next)
  useKeys([
    { keys: '[', label: 'Previous control', run: goPrevious },
    { keys: ']', label: 'Next control', run: goNext },
  ])
  return { goPrevious, goNext, hasPrevious: previous !== undefined, hasNext: next !== undefined }
}
