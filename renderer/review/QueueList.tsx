import { Stack } from '@mantine/core'
import type { QueueItem } from '../../shared/contract/review.ts'
import { reasonWords } from './reviewWords.ts'
import { useFirstRows } from '../ui/Later.tsx'
import classes from './QueueList.module.css'

type QueueListProps = {
  items: readonly QueueItem[]
  shown: QueueItem
  onChoose: (target: QueueItem['target']) => void
}

/** The papers that wait, beside the one that is looked at; it stays in view however long that is. */
export function QueueList({ items, shown, onChoose }: QueueListProps) {
  return (
    <Stack gap={2} role="list" aria-label="Queue" className={classes['queue'] ?? ''}>
      {useFirstRows(items).map((item) => (
        <div
          role="listitem"
          key={`${item.target.entity} ${item.target.id}`}
          ref={item === shown ? keepInSight : undefined}
        >
          <button
            type="button"
            className={`${classes['paper']} mantine-focus-auto`}
            aria-current={item === shown || undefined}
            onClick={() => onChoose(item.target)}
          >
            {item.words}
            <span className={classes['reasons']}>{item.reasons.map((one) => reasonWords[one]).join(' · ')}</span>
          </button>
        </div>
      ))}
    </Stack>
  )
}

/** Whoever goes on by key sees where they are. */
const keepInSight = (item: HTMLElement | null) => item?.scrollIntoView({ block: 'nearest' })
