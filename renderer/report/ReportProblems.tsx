import { Anchor, Stack, Table, Text } from '@mantine/core'
import type { ReportProblem } from '../../shared/contract/report.ts'
import { links } from '../app/links.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import type { ShownReport } from './ReportPages.tsx'

type ReportProblemsProps = {
  engagementId: string
  problems: readonly ReportProblem[]
  document: ShownReport
  onOpen: OpenTab
}

/** Opens another part of the screen of the report. */
type OpenTab = (tab: 'letters' | 'choices') => void

/** Where the report does not agree with the papers, or has to be written; each line leads to its place. */
export function ReportProblems({ engagementId, problems, document, onOpen }: ReportProblemsProps) {
  if (problems.length === 0) {
    return (
      <EmptyState
        title="Report and papers agree"
        text="Every deviation and every number is in both, the letters are in order, and nothing is left to be written. Export the report."
      />
    )
  }
  const numbers = new Map(document.sections.map(({ key, number }) => [key, number]))
  return (
    <Stack gap="sm">
      <Text size="sm">What is settled in its paper disappears from this list.</Text>
      <Table fz="sm" aria-label="What is to be settled">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" w={110}>
              Section
            </Table.Th>
            <Table.Th scope="col">What</Table.Th>
            <Table.Th scope="col" w={140}>
              Place
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {problems.map((problem) => (
            <Table.Tr key={`${problem.code} ${problem.text}`}>
              <Table.Td>{numbers.get(problem.section)}</Table.Td>
              <Table.Td>{problem.text}</Table.Td>
              <Table.Td>
                <Place engagementId={engagementId} problem={problem} onOpen={onOpen} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  )
}

type PlaceProps = { engagementId: string; problem: ReportProblem; onOpen: OpenTab }

function Place({ engagementId, problem: { target, place, text }, onOpen }: PlaceProps) {
  if (place === 'letters' || place === 'choices') {
    const words = place === 'letters' ? 'the letters' : "the firm's choices"
    return (
      <Anchor
        size="sm"
        component="button"
        type="button"
        aria-label={`Go to ${words}: ${text}`}
        onClick={() => onOpen(place)}
      >
        {words}
      </Anchor>
    )
  }
  const found = place === undefined ? paperOf(engagementId, target) : screenOf(engagementId, place)
  if (found === null) return null
  return (
    <Anchor size="sm" href={found.address} aria-label={`Go to ${found.words}: ${text}`}>
      {found.words}
    </Anchor>
  )
}

function screenOf(engagementId: string, place: 'description' | 'conclusions' | 'gates') {
  return {
    description: { address: links.description(engagementId), words: 'the description' },
    conclusions: { address: links.conclusions(engagementId), words: 'the conclusions' },
    gates: { address: links.gates(engagementId), words: 'the dates' },
  }[place]
}

function paperOf(engagementId: string, target: ReportProblem['target']) {
  if (target === null || target.entity === 'letter') return null
  return {
    control: { address: links.control(engagementId, target.id), words: 'the control' },
    procedure: { address: links.sheet(engagementId, target.id), words: 'the test sheet' },
    deviation: { address: links.deviations(engagementId), words: 'the register' },
    criterion: { address: links.scope(engagementId), words: 'the scope' },
  }[target.entity]
}
