import { Group, Select, Text } from '@mantine/core'
import { methodWords, stratifyWords } from '../../../shared/sample/drawWords.ts'
import { choicesOf } from '../../controls/controlWords.ts'
import { type DrawChoice, isSized } from './drawParams.ts'
import { SeedFields } from './SeedFields.tsx'
import { GrowingText } from '../../ui/GrowingText.tsx'

/** How the items are selected, and from which seed. */
export function SelectionFields({
  choice,
  onChange,
}: {
  choice: DrawChoice
  onChange: (changed: Partial<DrawChoice>) => void
}) {
  const { method, stratifyBy, itemIds } = choice
  return (
    <>
      <Group grow align="end">
        <Select
          label="Selection"
          allowDeselect={false}
          data={choicesOf(methodWords)}
          value={method}
          onChange={(value) => onChange({ method: value ?? 'random' })}
        />
        {method === 'stratified' ? (
          <Select
            label="Spread over"
            allowDeselect={false}
            data={choicesOf(stratifyWords)}
            value={stratifyBy}
            onChange={(value) => onChange({ stratifyBy: value ?? 'month' })}
          />
        ) : null}
      </Group>
      {method === 'targeted' ? (
        <>
          <GrowingText
            label="Item ids, one a line"
            minRows={4}
            maxRows={12}
            value={itemIds}
            onChange={(event) => onChange({ itemIds: event.currentTarget.value })}
          />
          <Text size="sm">Items selected on purpose do not stand for the population: they get no upper limit.</Text>
        </>
      ) : null}
      {method === 'all' ? <Text size="sm">Every row is tested; a test sheet holds 20,000.</Text> : null}
      {isSized(method) ? <SeedFields choice={choice} onChange={onChange} /> : null}
    </>
  )
}
