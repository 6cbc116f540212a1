import { Anchor, Stack, Table, Text } from '@mantine/core'
import type { ReportProblem } from '../../shared/contract/report.ts'
import { links } from '../app/links.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import type { ShownReport } from './ReportPages.tsx'

type ReportProblemsProps = { engagementId: string; problems: readonly ReportProblem[]; document: ShownReport }

/** Where the report does not agree with the papers, or has to be written; each line leads to its place. */
export function ReportProblems({ engagementId, problems, document }: ReportProblemsProps) {
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
                <Place engagementId={engagementId} problem={problem} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  )
}

function Place({ engagementId, problem: { target, text } }: { engagementId: string; problem: ReportProblem }) {
  if (target === null || target.entity === 'letter') return null
  const { address, words } = {
    control: { address: links.control(engagementId, target.id), words: 'the control' },
    procedure: { address: links.sheet(engagementId, target.id), words: 'the test sheet' },
    deviation: { address: links.deviations(engagementId), words: 'the register' },
    criterion: { address: links.scope(engagementId), words: 'the scope' },
  }[target.entity]
  return (
    <Anchor size="sm" href={address} aria-label={`Go to ${words}: ${text}`}>
      {words}
    </Anchor>
  )
}
