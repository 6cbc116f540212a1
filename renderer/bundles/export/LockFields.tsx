import { Anchor, Checkbox, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import type { ParamsOf } from '../../../shared/contract/index.ts'
import { links } from '../../app/links.ts'
import { useEngineQuery } from '../../engine/hooks.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'

/** Who can open a bundle, while it is chosen. */
export type LockChoice = { way: 'colleagues' | 'generated' | 'agreed'; recipients: string[]; passphrase: string }

export const forColleagues: LockChoice = { way: 'colleagues', recipients: [], passphrase: '' }

/** @returns whom the engine locks it for, or `null` while something is missing; a passphrase is generated when it is written */
export function lockParams({
  way,
  recipients,
  passphrase,
}: LockChoice): Pick<ParamsOf<'bundle.export'>, 'recipients' | 'passphrase'> | null {
  if (way === 'colleagues') return recipients.length === 0 ? null : { recipients }
  return passphrase === '' ? null : { passphrase }
}

const ways = [
  { value: 'colleagues', label: 'Keys of colleagues' },
  { value: 'generated', label: 'A generated passphrase' },
  { value: 'agreed', label: 'A passphrase we agreed on' },
] as const satisfies readonly { value: LockChoice['way']; label: string }[]

/** Asks who can open the bundle. */
export function LockFields({ choice, onChange }: { choice: LockChoice; onChange: (choice: LockChoice) => void }) {
  const { way, passphrase } = choice
  return (
    <Stack gap="xs">
      <SegmentedControl
        aria-label="Opened by"
        data={[...ways]}
        value={way}
        onChange={(value) => onChange({ ...choice, way: ways.find((each) => each.value === value)?.value ?? way })}
      />
      {way === 'colleagues' ? <Recipients choice={choice} onChange={onChange} /> : null}
      {way === 'generated' ? (
        <Text size="sm">
          Seven random words. They are shown once, when the bundle is written, and are kept nowhere. Tell them by
          another way than the file.
        </Text>
      ) : null}
      {way === 'agreed' ? (
        <TextInput
          label="Passphrase of the bundle"
          value={passphrase}
          onChange={(event) => onChange({ ...choice, passphrase: event.currentTarget.value })}
        />
      ) : null}
    </Stack>
  )
}

function Recipients({ choice, onChange }: { choice: LockChoice; onChange: (choice: LockChoice) => void }) {
  const colleagues = useEngineQuery('colleague.list', {})
  const own = useEngineQuery('colleague.ownCard', {})
  const known = colleagues.data?.colleagues ?? []
  return (
    <>
      <ErrorNote error={colleagues.error} />
      <Checkbox.Group
        label="Who can open it"
        value={choice.recipients}
        onChange={(recipients) => onChange({ ...choice, recipients })}
      >
        <Stack gap={6} mt={4}>
          {known.map(({ colleagueId, name, recipient, words, compared }) => (
            <Checkbox
              key={colleagueId}
              value={recipient}
              label={name}
              description={`${words} · ${compared ? 'compared by voice' : 'never compared by voice: anybody may have given you this key'}`}
            />
          ))}
          {own.data === undefined ? null : (
            <Checkbox value={own.data.recipient} label="Me, too" description={own.data.recipientWords} />
          )}
        </Stack>
      </Checkbox.Group>
      <Text size="sm">
        {known.length === 0 ? 'No key of a colleague is kept yet. ' : ''}
        <Anchor href={links.keys} size="sm">
          Keys of colleagues
        </Anchor>
      </Text>
    </>
  )
}
