import { Button, Group, Table, Text, Title } from '@mantine/core'
import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { links } from '../app/links.ts'
import { useRouteParam } from '../app/params.ts'
import { ControlDeviations } from '../deviations/ControlDeviations.tsx'
import { useEngineQuery } from '../engine/hooks.ts'
import { ControlConclusions } from '../opinion/ControlConclusions.tsx'
import { ControlProcedures } from '../procedures/ControlProcedures.tsx'
import { ControlSamples } from '../samples/ControlSamples.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Screen } from '../ui/Screen.tsx'
import { ControlForm } from './ControlForm.tsx'
import { frequencyWords, natureWords, typeWords } from './controlWords.ts'
import { SplitVersion } from './SplitVersion.tsx'

/** Everything about one control on one page. */
export function ControlScreen() {
  const engagementId = useRouteParam('engagementId')
  const controlId = useRouteParam('controlId')
  const control = useEngineQuery('control.get', { controlId })
  const list = useEngineQuery('control.list', { engagementId, limit: 1000 })
  const [isChanging, changing] = useDisclosure(false)
  const [isSplitting, splitting] = useDisclosure(false)
  const all = list.data?.controls ?? []
  const place = all.findIndex((one) => one.controlId === controlId)
  const go = (step: number) => {
    const other = all[place + step]
    if (other !== undefined) window.location.hash = links.control(engagementId, other.controlId)
  }
  useHotkeys([
    ['[', () => go(-1)],
    [']', () => go(1)],
  ])
  if (control.data === undefined) return control.isPending ? <Loading /> : <ErrorNote error={control.error} />
  const { ref, title, criteria, owner, wording } = control.data
  const section = { engagementId, controlId }
  return (
    <Screen
      title={`${ref} ${title}`}
      subtitle={`${criteria.join(', ')} · ${owner ?? 'no owner'}`}
      actions={
        <Group gap="xs">
          <Button variant="default" onClick={() => go(-1)} disabled={place <= 0}>
            Previous [
          </Button>
          <Button variant="default" onClick={() => go(1)} disabled={place < 0 || place >= all.length - 1}>
            Next ]
          </Button>
          <Button variant="default" onClick={splitting.open}>
            Changed in the period…
          </Button>
          <Button variant="default" onClick={changing.open}>
            Change
          </Button>
        </Group>
      }
    >
      <Title order={2}>Wording</Title>
      <Table>
        <Table.Tbody>
          {wording.map((version) => (
            <Table.Tr key={version.controlVersionId}>
              <Table.Td w={210}>
                {version.effectiveOn} … {version.untilOn ?? ''}
              </Table.Td>
              <Table.Td>
                {version.description}
                <Text size="xs">{`${frequencyWords[version.frequency]} · ${typeWords[version.type]} · ${natureWords[version.nature]}`}</Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <ControlSamples {...section} />
      <ControlProcedures {...section} />
      <ControlDeviations {...section} />
      <ControlConclusions {...section} />
      {isChanging ? (
        <ControlForm engagementId={engagementId} control={control.data} opened onClose={changing.close} />
      ) : null}
      {isSplitting ? <SplitVersion control={control.data} onClose={splitting.close} /> : null}
    </Screen>
  )
}
