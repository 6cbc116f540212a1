import { Select, Stack, Text } from '@mantine/core'
import { datesOf } from '../engagements/engagementWords.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { useReadOnlyReason } from '../ui/readOnly.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { OpenPrior } from './OpenPrior.tsx'

/** Which engagement this one follows: one of the store, or one that is open from a bundle. */
export function ChoosePrior({ engagementId }: { engagementId: string }) {
  const set = useEngineCommand('engagement.setPrior', { quiet: true })
  const readOnly = useReadOnlyReason()
  const others = useOtherEngagements(engagementId)
  return (
    <Stack gap="xs">
      <Text size="sm">
        Nobody said which engagement this one follows. Roll forward says it by itself; otherwise choose it here.
      </Text>
      <Select
        size="xs"
        label="It follows"
        placeholder="an engagement of this store, or of an open bundle"
        data={others}
        disabled={readOnly !== null}
        onChange={(id) => {
          if (id !== null) void set.run({ engagementId, priorEngagementId: id }).catch(() => undefined)
        }}
      />
      <ErrorNote error={set.error} />
      <OpenPrior />
    </Stack>
  )
}

/** @returns the engagements that this one can be held against, as a choice */
export function useOtherEngagements(engagementId: string): { value: string; label: string }[] {
  const own = useEngineQuery('engagement.list', {}).data?.engagements ?? []
  const opened = useEngineQuery('prior.list', {}).data?.opened ?? []
  const fromBundles = opened.filter(({ held }) => held === 'bundle')
  return [
    ...own
      .filter((each) => each.engagementId !== engagementId)
      .map((each) => ({ value: each.engagementId, label: `${each.client} · ${datesOf(each)}` })),
    ...fromBundles.map((each) => ({
      value: each.engagementId,
      label: `${each.client} · ${datesOf(each)} · open from a bundle`,
    })),
  ]
}
