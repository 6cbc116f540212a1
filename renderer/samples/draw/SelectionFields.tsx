import { Group, Select, Textarea, TextInput } from '@mantine/core'
import { choicesOf } from '../../controls/controlWords.ts'
import { methodWords, seedWords, stratifyWords } from '../sampleWords.ts'
import { type DrawChoice, isSized } from './drawParams.ts'

const originWords = { rolled: seedWords.rolled, client: seedWords.client, given: seedWords.given }

/** How the items are selected, from which seed, and what else the sample serves. */
export function SelectionFields({
  choice,
  onChange,
}: {
  choice: DrawChoice
  onChange: (changed: Partial<DrawChoice>) => void
}) {
  const { method, stratifyBy, itemIds, seed, seedOrigin, dualPurpose } = choice
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
        <Textarea
          label="Item ids, one a line"
          autosize
          minRows={4}
          value={itemIds}
          onChange={(event) => onChange({ itemIds: event.currentTarget.value })}
        />
      ) : null}
      {isSized(method) ? (
        <Group grow align="end">
          <TextInput
            label="Seed"
            description="Leave empty for 20 digits from the system's random source"
            value={seed}
            onChange={(event) => onChange({ seed: event.currentTarget.value })}
          />
          {seed === '' ? null : (
            <Select
              label="Where the seed comes from"
              allowDeselect={false}
              data={choicesOf(originWords)}
              value={seedOrigin}
              onChange={(value) => onChange({ seedOrigin: value ?? 'rolled' })}
            />
          )}
        </Group>
      ) : null}
      <TextInput
        label="What else the sample serves"
        description="Where one selection supports two purposes, such as a control of ISO/IEC 27001"
        value={dualPurpose}
        onChange={(event) => onChange({ dualPurpose: event.currentTarget.value })}
      />
    </>
  )
}
