import { Alert, Text } from '@mantine/core'
import { IconCircleCheck, IconCircleX, IconClockExclamation } from '@tabler/icons-react'
import type { ResultOf } from '../../shared/contract/index.ts'
import { fieldWords } from '../../shared/record/fieldWords.ts'
import { instantWords } from '../ui/dates.ts'
import { entriesText } from './entriesText.ts'

type Verdict = ResultOf<'journal.verify'>
type FirstBad = NonNullable<Verdict['firstBad']>

/** What the verification of the journal found: that it is whole, or what disagrees first and where; and clocks that were set back. */
export function VerdictNote({ verdict: { entries, rows, firstBad, clockBehind } }: { verdict: Verdict }) {
  return (
    <>
      {firstBad === undefined ? (
        <Alert role="status" variant="default" icon={<IconCircleCheck />} title="The journal is whole">
          {`${entriesText(entries)} recomputed, ${rows} rows are what they say.`}
        </Alert>
      ) : (
        <Alert role="alert" color="red" icon={<IconCircleX />} title="The journal does not agree">
          <Text size="sm">{firstBad.problem}</Text>
          <Text size="sm" fw={600}>
            {placeWords(firstBad)}
          </Text>
          <Text size="sm">
            {`${entriesText(entries)} ${firstBad.what === 'entry' ? 'before it agree' : 'agree with each other'}. Keep this copy as it is, and hold it against a bundle or a backup that left it earlier.`}
          </Text>
        </Alert>
      )}
      {clockBehind === null ? null : (
        <Alert
          role="status"
          variant="default"
          icon={<IconClockExclamation />}
          title={`${entriesText(clockBehind.entries)} written while the clock stood too early`}
        >
          {`The first is entry ${clockBehind.first.seq}, said to be of ${instantWords(clockBehind.first.at)}: the clock was set back, or far behind that of another computer. The order of the entries is proven by their chain, whatever the clock says.`}
        </Alert>
      )}
    </>
  )
}

/** Where it is: the row by its name, its field, and the entry. */
function placeWords({ words, entity, field, seq }: FirstBad): string {
  const row = words ?? (entity === undefined ? undefined : fieldWords(entity))
  const parts = [
    row === undefined || field === undefined ? row : `${row}: ${fieldWords(field)}`,
    seq === undefined ? undefined : `entry ${seq}`,
  ]
  return parts.filter((part) => part !== undefined).join(' · ')
}
