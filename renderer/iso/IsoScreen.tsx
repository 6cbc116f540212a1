import { Anchor, Badge, Button, Group, SegmentedControl, Stack, Table, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import type { IsoEdition, IsoRequirement } from '../../shared/contract/iso.ts'
import { implementedWords, isoOutcomeWords } from '../../shared/iso/words.ts'
import { links } from '../app/links.ts'
import { useRouteParam } from '../app/params.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { ListActions } from '../ui/ListActions.tsx'
import { useFirstRows } from '../ui/Later.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Screen } from '../ui/Screen.tsx'
import { IsoProposals } from './IsoProposals.tsx'
import { RequirementForm } from './RequirementForm.tsx'

/** The same tests by clause and control of Annex A, with conclusions of their own. */
export function IsoScreen() {
  const engagementId = useRouteParam('engagementId')
  const [edition, setEdition] = useState<IsoEdition>('2022')
  const [kind, setKind] = useState<IsoRequirement['kind']>('control')
  const [open, setOpen] = useState<string | null>(null)
  const view = useEngineQuery('iso.view', { engagementId, edition }, { keepsPrevious: true })
  if (view.data === undefined) return view.isPending ? <Loading /> : <ErrorNote error={view.error} />
  const { requirements, notice } = view.data
  const shown = requirements.filter((requirement) => requirement.kind === kind)
  const concluded = requirements.filter(({ conclusion }) => conclusion !== null).length
  const opened = requirements.find(({ requirementId }) => requirementId === open)
  return (
    <Screen
      title="ISO 27001"
      subtitle={`${concluded} of ${requirements.length} requirements concluded, apart from every conclusion of SOC 2`}
      actions={
        <ListActions
          name={`Statement of applicability ${edition}`}
          selection={{ list: 'iso', engagementId, edition }}
        />
      }
    >
      <Stack gap="md">
        <Group>
          <SegmentedControl
            aria-label="Edition"
            value={edition}
            onChange={(value) => setEdition(value === '2013' ? '2013' : '2022')}
            data={[
              { value: '2022', label: 'Edition 2022' },
              { value: '2013', label: 'Edition 2013' },
            ]}
          />
          <SegmentedControl
            aria-label="Requirements to show"
            value={kind}
            onChange={(value) => setKind(value === 'clause' ? 'clause' : 'control')}
            data={[
              { value: 'control', label: 'Annex A' },
              { value: 'clause', label: 'Clauses 4 to 10' },
            ]}
          />
          <IsoProposals engagementId={engagementId} edition={edition} />
        </Group>
        <Text size="xs">{notice}</Text>
        <RequirementTable engagementId={engagementId} requirements={shown} onOpen={setOpen} />
        {opened === undefined ? null : (
          <RequirementForm
            key={`${edition}:${opened.requirementId}`}
            engagementId={engagementId}
            edition={edition}
            requirement={opened}
            onClose={() => setOpen(null)}
          />
        )}
      </Stack>
    </Screen>
  )
}

type RequirementTableProps = {
  engagementId: string
  requirements: readonly IsoRequirement[]
  onOpen: (requirementId: string) => void
}

function RequirementTable({ engagementId, requirements, onOpen }: RequirementTableProps) {
  return (
    <Table fz="sm" verticalSpacing={4} stickyHeader stickyHeaderOffset={48} aria-label="Requirements">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Requirement</Table.Th>
          <Table.Th scope="col">Applies</Table.Th>
          <Table.Th scope="col">Controls and their tests</Table.Th>
          <Table.Th scope="col">Conclusion</Table.Th>
          <Table.Td />
        </Table.Tr>
      </Table.Thead>
      {[...Map.groupBy(useFirstRows(requirements), ({ group }) => group)].map(([group, members]) => (
        <Table.Tbody key={group}>
          <Table.Tr>
            <Table.Th colSpan={5} scope="rowgroup">{`${group} ${members[0]?.groupTitle ?? ''}`}</Table.Th>
          </Table.Tr>
          {members.map((requirement) => (
            <RequirementRow
              key={requirement.requirementId}
              engagementId={engagementId}
              requirement={requirement}
              onOpen={() => onOpen(requirement.requirementId)}
            />
          ))}
        </Table.Tbody>
      ))}
    </Table>
  )
}

type IsoControl = IsoRequirement['controls'][number]

type RequirementRowProps = { engagementId: string; requirement: IsoRequirement; onOpen: () => void }

function RequirementRow({ engagementId, requirement, onOpen }: RequirementRowProps) {
  const { requirementId, kind, title, controls, applicability, conclusion, warnings } = requirement
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        <strong>{requirementId}</strong> {title}
      </Table.Th>
      <Table.Td>
        {kind === 'clause'
          ? 'always'
          : applicability === null
            ? 'not said'
            : applicability.applicable
              ? implementedWords[applicability.implemented]
              : 'does not apply'}
      </Table.Td>
      <Table.Td>
        {controls.length === 0 ? 'none' : null}
        {controls.map(({ controlId, ref, procedures, performed, deviations }) => (
          <Text key={controlId} size="sm">
            <Anchor size="sm" href={links.control(engagementId, controlId)}>
              {ref}
            </Anchor>
            : {testWords({ procedures, performed, deviations })}
          </Text>
        ))}
      </Table.Td>
      <Table.Td>
        {conclusion === null ? 'Not concluded yet' : isoOutcomeWords[conclusion.outcome]}
        {warnings.some((warning) => warning.startsWith('Concluded')) ? (
          <Badge variant="outline" leftSection={<IconAlertTriangle size={12} aria-hidden="true" />}>
            look again
          </Badge>
        ) : null}
      </Table.Td>
      <Table.Td>
        <Button size="compact-xs" variant="default" aria-label={`Open ${requirementId}`} onClick={onOpen}>
          Open
        </Button>
      </Table.Td>
    </Table.Tr>
  )
}

/** What was done on a control, and found. */
function testWords({ procedures, performed, deviations }: Pick<IsoControl, 'procedures' | 'performed' | 'deviations'>) {
  if (procedures === 0) return 'not tested'
  return `${performed} of ${procedures} performed, ${deviations} ${deviations === 1 ? 'deviation' : 'deviations'}`
}
