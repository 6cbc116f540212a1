import { Button, Group, Modal, Stack, Table, TextInput } from '@mantine/core'
import { getHotkeyHandler } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Policy } from '../../../shared/contract/policy.ts'
import type { PolicyRules } from '../../../shared/sampling/policy.ts'
import { EngineError } from '../../engine/client.ts'
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Loading } from '../../ui/Loading.tsx'
import classes from './PolicyEditor.module.css'
import { RuleRow } from './RuleRow.tsx'
import { policyFrequencies } from './ruleKinds.ts'
import { GrowingText } from '../../ui/GrowingText.tsx'

type EditorProps = { policy: Policy; isCopy: boolean; onClose: () => void }

/** Changes a policy, which makes its next version, or a copy of one, which makes a new policy. */
export function PolicyEditor(props: EditorProps) {
  const { policy, isCopy, onClose } = props
  const found = useEngineQuery('policy.get', { policyId: policy.policyId })
  return (
    <Modal
      opened
      onClose={onClose}
      title={isCopy ? `Copy ${policy.name}` : `Change ${policy.name}`}
      size={1170}
      closeOnClickOutside={false}
    >
      <ErrorNote error={found.error} />
      {found.data === undefined ? <Loading /> : <EditorForm {...props} rules={found.data.rules} />}
    </Modal>
  )
}

function EditorForm({ policy, isCopy, onClose, rules: before }: EditorProps & { rules: PolicyRules }) {
  const save = useEngineCommand('policy.save', { quiet: true })
  const [name, setName] = useState(isCopy ? `${policy.name} (own)` : policy.name)
  const [rules, setRules] = useState(before)
  const [note, setNote] = useState('')
  const submit = () =>
    void save.run({ ...(isCopy ? {} : { policyId: policy.policyId }), name, rules, note }).then(
      ({ version, saved }) => {
        notifications.show({ message: saved ? `${name}, version ${version}, was saved.` : 'Nothing was changed.' })
        onClose()
      },
      () => undefined,
    )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Stack gap="sm" onKeyDown={getHotkeyHandler([['mod+Enter', submit]])}>
        <TextInput
          label="Name"
          data-autofocus
          maw={420}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Table withTableBorder verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>The control runs</Table.Th>
              <Table.Th>Rule</Table.Th>
              <Table.Th>Size</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {policyFrequencies.map(({ value, label }) => (
              <RuleRow
                key={value}
                label={label}
                rule={rules[value]}
                problem={problemOf(label, save.error)}
                onChange={(rule) => setRules((now) => ({ ...now, [value]: rule }))}
              />
            ))}
          </Table.Tbody>
        </Table>
        <GrowingText
          label="Why it is changed"
          description="Kept with the version"
          minRows={2}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Stack gap="xs" py="xs" className={classes['footer']}>
          <ErrorNote error={save.error} />
          <Group>
            <Button type="submit" loading={save.pending} disabled={name.trim() === '' || note.trim() === ''}>
              {isCopy ? 'Save as a new policy' : 'Save as the next version'}
            </Button>
          </Group>
        </Stack>
      </Stack>
    </form>
  )
}

/** The engine names the place of a refused rule by its frequency, then by what of it. */
function problemOf(label: string, error: Error | null): string | null {
  if (!(error instanceof EngineError) || error.code !== 'policy.invalid_rule') return null
  const { place, problem } = error.details
  if (typeof place !== 'string' || typeof problem !== 'string') return null
  const [frequency, ...rest] = place.split(', ')
  return frequency === label ? [...rest, problem].join(': ') : null
}
