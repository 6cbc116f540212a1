import { Anchor, Button, Table, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Fragment, useState } from 'react'
import type { Engagement } from '../../shared/contract/engagement.ts'
import type { PortfolioEntry } from '../../shared/contract/dashboard.ts'
import { links } from '../app/links.ts'
import { OpenBundle } from '../bundles/import/OpenBundle.tsx'
import { useEngineQuery } from '../engine/hooks.ts'
import { Countdown } from '../lock/Countdown.tsx'
import { RollForward } from '../rollForward/RollForward.tsx'
import { PhaseLine } from '../dashboard/PhaseLine.tsx'
import { openWords } from '../dashboard/dashboardWords.ts'
import { OpenSample } from '../tour/OpenSample.tsx'
import { instantWords, today } from '../ui/dates.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { ListActions } from '../ui/ListActions.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Screen } from '../ui/Screen.tsx'
import { useKeys } from '../ui/useKeys.ts'
import { categoryWords, datesOf } from './engagementWords.ts'
import { EngagementForm } from './EngagementForm.tsx'

/** All engagements of the store. */
export function EngagementsScreen() {
  const list = useEngineQuery('engagement.list', {})
  const portfolio = useEngineQuery(
    'dashboard.portfolio',
    { today: today(), readOnly: true },
    { againWhile: ({ unread }) => unread > 0 },
  )
  const isReading = portfolio.isPending || (portfolio.data?.unread ?? 0) > 0
  const standing = new Map(portfolio.data?.engagements.map((one) => [one.engagementId, one]))
  const [isOpen, { open, close }] = useDisclosure(false)
  const [rolling, setRolling] = useState<Engagement | null>(null)
  useKeys([{ keys: 'n', label: 'New engagement', run: open }])
  const [isOpening, opening] = useDisclosure(false)
  const add = <Button onClick={open}>New engagement</Button>
  const openBundle = (
    <Button variant="default" onClick={opening.open}>
      Open a bundle…
    </Button>
  )
  return (
    <Screen
      title="Engagements"
      actions={
        <>
          <ListActions
            name="Engagements"
            selection={{ list: 'engagements' }}
            disabled={(list.data?.engagements ?? []).length === 0}
          />
          {openBundle}
          <OpenSample />
          {add}
        </>
      }
    >
      {list.isPending ? <Loading /> : null}
      <ErrorNote error={list.error ?? portfolio.error} />
      {list.data?.engagements.length === 0 ? (
        <EmptyState
          title="No engagement yet"
          text="An engagement holds everything that one report rests on. Create the first one: client, type, period and categories; or open a bundle that a colleague handed over. To look around first, open the sample engagement."
          action={<Button onClick={open}>Create an engagement</Button>}
        />
      ) : null}
      {list.data !== undefined && list.data.engagements.length > 0 ? (
        <Table highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Client</Table.Th>
              <Table.Th>Report</Table.Th>
              <Table.Th>Period or date</Table.Th>
              <Table.Th>Categories</Table.Th>
              <Table.Th>Progress</Table.Th>
              <Table.Th>Open</Table.Th>
              <Table.Th>Dates</Table.Th>
              <Table.Th>Last change</Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {list.data.engagements.map((engagement) => (
              <Table.Tr key={engagement.engagementId}>
                <Table.Td>
                  <Anchor href={links.dashboard(engagement.engagementId)}>{engagement.client}</Anchor>
                  {engagement.system === null ? null : <Text size="xs">{engagement.system}</Text>}
                </Table.Td>
                <Table.Td>{engagement.reportType === 'type2' ? 'SOC 2 Type 2' : 'SOC 2 Type 1'}</Table.Td>
                <Table.Td>
                  <WholeWords text={datesOf(engagement)} />
                </Table.Td>
                <Table.Td>{engagement.categories.map((category) => categoryWords[category]).join(', ')}</Table.Td>
                <Standing found={standing.get(engagement.engagementId)} isReading={isReading} />
                <Table.Td>
                  <Countdown engagementId={engagement.engagementId} />
                </Table.Td>
                <Table.Td>
                  <WholeWords text={instantWords(engagement.changedAt)} />
                </Table.Td>
                <Table.Td>
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={`Roll forward ${engagement.client}, ${datesOf(engagement)}`}
                    onClick={() => setRolling(engagement)}
                  >
                    Roll forward…
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ) : null}
      {isOpening ? <OpenBundle onClose={opening.close} /> : null}
      <EngagementForm opened={isOpen} onClose={close} />
      {rolling === null ? null : <RollForward engagement={rolling} onClose={() => setRolling(null)} />}
    </Screen>
  )
}

/** Of one engagement among all: how far its phases are, and what waits for somebody; said once its signed papers were read. */
function Standing({ found, isReading }: { found: PortfolioEntry | undefined; isReading: boolean }) {
  return (
    <>
      <Table.Td miw={210}>
        {found !== undefined ? <PhaseLine phases={found.phases} /> : isReading ? <Text size="xs">Reading…</Text> : null}
      </Table.Td>
      <Table.Td>{found === undefined ? null : openWords(found.open)}</Table.Td>
    </>
  )
}

/** A text that wraps between its words alone: a date with hyphens stays whole. */
function WholeWords({ text }: { text: string }) {
  return text.split(' ').map((word, place) => (
    <Fragment key={word}>
      {place === 0 ? '' : ' '}
      <span style={{ whiteSpace: 'nowrap' }}>{word}</span>
    </Fragment>
  ))
}
