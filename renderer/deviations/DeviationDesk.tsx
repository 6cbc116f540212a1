import { Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Deviation } from '../../shared/contract/deviation.ts'
import { DeviationPanel } from './DeviationPanel.tsx'
import { DeviationTable } from './DeviationTable.tsx'
import { type DeviationSubject, subjectKey } from './deviationValues.ts'
import { RemoveDeviation } from './RemoveDeviation.tsx'
import { subjectOf, subjectOfCell, type UndescribedCell } from './subjects.ts'
import { UndescribedCells } from './UndescribedCells.tsx'
import classes from './Deviations.module.css'
import { useIdInView } from '../records/useRecordInView.ts'

type DeviationDeskProps = {
  engagementId: string
  deviations: readonly Deviation[]
  undescribed: readonly UndescribedCell[]
  /** Said where no deviation is listed. */
  emptyText: string
  /** The deviation that is open from the start, where the address leads to none. */
  firstId?: string | null
}

/** Deviations and failed cells on the left, the one that is evaluated on the right. */
export function DeviationDesk({
  engagementId,
  deviations,
  undescribed,
  emptyText,
  firstId = null,
}: DeviationDeskProps) {
  const inView = useIdInView('deviation')
  const [subject, setSubject] = useState(() => subjectWith(deviations, inView ?? firstId))
  const [removing, setRemoving] = useState<Deviation | null>(null)
  return (
    <div className={classes['desk']}>
      <Stack gap="sm" className={classes['list'] ?? ''}>
        <UndescribedCells cells={undescribed} onDescribe={(cell) => setSubject(subjectOfCell(cell))} />
        {deviations.length === 0 ? (
          <Text size="sm">{emptyText}</Text>
        ) : (
          <DeviationTable
            engagementId={engagementId}
            deviations={deviations}
            openId={subject?.deviationId ?? null}
            onOpen={(deviation) => setSubject(subjectOf(deviation))}
            onRemove={setRemoving}
          />
        )}
      </Stack>
      {subject ? (
        <div className={classes['pane']}>
          <DeviationPanel
            key={subjectKey(subject)}
            engagementId={engagementId}
            subject={subject}
            onClose={() => setSubject(null)}
          />
        </div>
      ) : null}
      {removing ? <RemoveDeviation deviation={removing} onClose={() => setRemoving(null)} /> : null}
    </div>
  )
}

function subjectWith(deviations: readonly Deviation[], id: string | null): DeviationSubject | null {
  const found = deviations.find(({ deviationId }) => deviationId === id)
  return found === undefined ? null : subjectOf(found)
}
