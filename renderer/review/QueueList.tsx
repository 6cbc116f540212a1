import { NavLink, Stack, Text } from '@mantine/core'
import type { QueueItem } from '../../shared/contract/review.ts'
import { reasonWords } from './reviewWords.ts'
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
      {items.map((item) => (
        <div
          role="listitem"
          key={`${item.target.entity} ${item.target.id}`}
          ref={item === shown ? keepInSight : undefined}
        >
          <NavLink
            component="button"
            className={classes['paper'] ?? ''}
            active={item === shown}
            label={item.words}
            description={
              <Text span size="xs" c="var(--mantine-color-text)">
                {item.reasons.map((one) => reasonWords[one]).join(' · ')}
              </Text>
            }
            onClick={() => onChoose(item.target)}
          />
        </div>
      ))}
    </Stack>
  )
}

/** Whoever goes on by key sees where they are. */
const keepInSight = (item: HTMLElement | null) => item?.scrollIntoView({ block: 'nearest' })
