import { Group, Select, Stack, Tabs, Text } from '@mantine/core'
import { useState } from 'react'
import { useRouteParam } from '../app/params.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { OpenPrior } from '../prior/OpenPrior.tsx'
import { useOtherEngagements } from '../prior/ChoosePrior.tsx'
import { Screen } from '../ui/Screen.tsx'
import { ChainOfPeriods } from './ChainOfPeriods.tsx'
import { ChangeDrafts } from './ChangeDrafts.tsx'
import { Differences } from './Differences.tsx'
import { ReuseList } from './ReuseList.tsx'
import { TrendView } from './TrendView.tsx'

/** This engagement against another one, such as that of the prior period: what differs, how rates went, what was used before. */
export function CompareScreen() {
  const engagementId = useRouteParam('engagementId')
  const chain = useEngineQuery('engagement.chain', { engagementId })
  const others = useOtherEngagements(engagementId)
  const [chosen, setChosen] = useState<string | null>(null)
  const [tab, setTab] = useState<string | null>('differences')
  const followed = chain.data?.chain[1]
  const usual = followed === undefined || followed.held === 'nowhere' ? null : followed.engagementId
  const priorId = chosen ?? usual
  return (
    <Screen title="Compare" subtitle="This period against another one; nothing of the other becomes part of this file.">
      <Group align="end">
        <Select
          label="Compare with"
          placeholder="another engagement"
          w={560}
          data={others}
          value={priorId}
          onChange={setChosen}
          nothingFoundMessage="No other engagement in this store; open a bundle"
        />
      </Group>
      <ChainOfPeriods engagementId={engagementId} chain={chain.data?.chain ?? []} />
      {priorId === null ? (
        <Stack gap="xs" maw={720}>
          <Text size="sm">
            {followed === undefined
              ? 'This engagement follows none yet. Choose one of this store, or open a bundle of the prior period.'
              : `It follows ${followed.client}, whose papers are not in this store. Open its bundle, or choose another one.`}
          </Text>
          <OpenPrior onOpened={setChosen} />
        </Stack>
      ) : null}
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="differences">Differences</Tabs.Tab>
          <Tabs.Tab value="changes">Significant changes</Tabs.Tab>
          <Tabs.Tab value="trend">Deviation rates</Tabs.Tab>
          <Tabs.Tab value="reuse">Used before</Tabs.Tab>
          <Tabs.Tab value="open">Open a bundle</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="differences" pt="md">
          {priorId === null ? null : <Differences engagementId={engagementId} priorEngagementId={priorId} />}
        </Tabs.Panel>
        <Tabs.Panel value="changes" pt="md">
          {priorId === null ? null : <ChangeDrafts engagementId={engagementId} priorEngagementId={priorId} />}
        </Tabs.Panel>
        <Tabs.Panel value="trend" pt="md">
          <TrendView engagementId={engagementId} />
        </Tabs.Panel>
        <Tabs.Panel value="reuse" pt="md">
          <ReuseList engagementId={engagementId} />
        </Tabs.Panel>
        <Tabs.Panel value="open" pt="md" maw={720}>
          <OpenPrior onOpened={setChosen} />
        </Tabs.Panel>
      </Tabs>
    </Screen>
  )
}
