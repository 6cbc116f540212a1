import { Anchor, Table, Text } from '@mantine/core'
import type { Evidence } from '../../shared/contract/evidence.ts'
import { isLongTable, LongRows } from '../ui/LongRows.tsx'
import { EvidenceFlags } from './EvidenceFlags.tsx'
import { sizeWords, targetLink } from './evidenceWords.ts'

type EvidenceTableProps = {
  engagementId: string
  evidence: readonly Evidence[]
  openId: string | null
  /** Beside an open file there is no room for dates. */
  isNarrow: boolean
  onOpen: (evidenceId: string) => void
}

/** Papers of one file that are named in the table; the rest is counted. */
const namedTargets = 3

/** Files with their dates and the papers that they support. */
export function EvidenceTable({ engagementId, evidence, openId, isNarrow, onOpen }: EvidenceTableProps) {
  return (
    <Table
      fz="sm"
      verticalSpacing={4}
      aria-label="Evidence"
      aria-rowcount={evidence.length + 1}
      layout={isLongTable(evidence) ? 'fixed' : 'auto'}
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th>File</Table.Th>
          {isNarrow ? null : (
            <>
              <Table.Th w={110}>Proves</Table.Th>
              <Table.Th w={110}>Imported</Table.Th>
            </>
          )}
          <Table.Th>Supports</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <LongRows
        rows={evidence}
        keyOf={({ evidenceId }) => evidenceId}
        isActive={({ evidenceId }) => evidenceId === openId}
        renderCells={(each) => (
          <>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              <Anchor
                component="button"
                size="sm"
                ta="left"
                aria-expanded={openId === each.evidenceId}
                onClick={() => onOpen(each.evidenceId)}
              >
                {each.name}
              </Anchor>
              <Text size="xs">{sizeWords(each.size)}</Text>
              <EvidenceFlags evidence={each} />
            </Table.Td>
            {isNarrow ? null : (
              <>
                <Table.Td>{each.effectiveOn ?? ''}</Table.Td>
                <Table.Td>{each.importedAt.slice(0, 10)}</Table.Td>
              </>
            )}
            <Table.Td>
              <Targets engagementId={engagementId} targets={each.targets} />
            </Table.Td>
          </>
        )}
      />
    </Table>
  )
}

function Targets({ engagementId, targets }: { engagementId: string; targets: Evidence['targets'] }) {
  const rest = targets.length - namedTargets
  return (
    <>
      {targets.slice(0, namedTargets).map((target) => {
        const link = targetLink(engagementId, target)
        return (
          <div key={`${target.entity} ${target.id}`}>
            {link === null ? (
              target.words
            ) : (
              <Anchor size="sm" href={link}>
                {target.words}
              </Anchor>
            )}
          </div>
        )
      })}
      {rest > 0 ? <Text size="xs">{`and ${rest} more`}</Text> : null}
    </>
  )
}
