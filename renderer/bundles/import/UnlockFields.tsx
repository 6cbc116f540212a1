import { Button, Group, PasswordInput, SegmentedControl, Stack, Text } from '@mantine/core'
import type { ParamsOf } from '../../../shared/contract/index.ts'
import type { GrantedFile } from '../../../shared/shell/shellAction.ts'
import { askShell, fileRef } from '../../engine/shell.ts'

/** With what a bundle is opened. */
export type UnlockChoice = { way: 'own' | 'passphrase' | 'identity'; passphrase: string; identity: GrantedFile | null }

export const ownKey: UnlockChoice = { way: 'own', passphrase: '', identity: null }

/** @returns the choice as the engine takes it, or `null` while something is missing */
export function unlockParams({
  way,
  passphrase,
  identity,
}: UnlockChoice): Pick<ParamsOf<'bundle.inspect'>, 'passphrase' | 'identityFile'> | null {
  if (way === 'own') return {}
  if (way === 'passphrase') return passphrase === '' ? null : { passphrase }
  return identity === null ? null : { identityFile: fileRef(identity.token) }
}

const ways = [
  { value: 'own', label: 'My own key' },
  { value: 'passphrase', label: 'A passphrase' },
  { value: 'identity', label: 'An age key file' },
] as const satisfies readonly { value: UnlockChoice['way']; label: string }[]

/** Asks with what a bundle is opened: the key of whoever is signed in, a passphrase, or a file with an age identity. */
export function UnlockFields({ choice, onChange }: { choice: UnlockChoice; onChange: (choice: UnlockChoice) => void }) {
  const { way, passphrase, identity } = choice
  const chooseFile = async () => {
    const file = await askShell({ kind: 'openFile', title: 'Key file', extensions: [] })
    if (file !== null) onChange({ ...choice, identity: file })
  }
  return (
    <Stack gap="xs">
      <Group>
        <Text size="sm">Opened with</Text>
        <SegmentedControl
          aria-label="Opened with"
          data={[...ways]}
          value={way}
          onChange={(value) => onChange({ ...choice, way: ways.find((each) => each.value === value)?.value ?? way })}
        />
      </Group>
      {way === 'passphrase' ? (
        <PasswordInput
          label="Passphrase of the bundle"
          value={passphrase}
          onChange={(event) => onChange({ ...choice, passphrase: event.currentTarget.value })}
        />
      ) : null}
      {way === 'identity' ? (
        <Button variant="default" onClick={() => void chooseFile()} maw={320}>
          {identity === null ? 'Choose the key file…' : identity.name}
        </Button>
      ) : null}
    </Stack>
  )
}
