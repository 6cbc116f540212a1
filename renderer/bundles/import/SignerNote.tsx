import { Alert, Checkbox, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconUserCheck } from '@tabler/icons-react'
import type { BundleVerdict } from '../../../shared/contract/bundle.ts'
import { KeyWords } from '../../ui/KeyWords.tsx'
import { signerSentence } from '../bundleWords.ts'

type SignerNoteProps = { verdict: BundleVerdict; confirmed: boolean; onConfirm: (confirmed: boolean) => void }

/** Whose key signed a bundle, with its words; where it is not known or not valid, somebody says that they compared them by voice. */
export function SignerNote({ verdict: { signer, exporter, confirmation }, confirmed, onConfirm }: SignerNoteProps) {
  const isBelieved = confirmation === 'none'
  return (
    <Alert
      variant={isBelieved ? 'default' : 'light'}
      color={isBelieved ? 'gray' : 'red'}
      icon={isBelieved ? <IconUserCheck /> : <IconAlertTriangle />}
      title="Signer"
      role="group"
      aria-label="Signer"
    >
      <Stack gap="xs">
        <Text size="sm">{signerSentence(signer, exporter.name)}</Text>
        <KeyWords label="Words of the key that signed" words={signer.words} fingerprint={signer.fingerprint} />
        {signer.otherKeys.map(({ principal, words, fingerprint }) => (
          <KeyWords
            key={fingerprint}
            label={`Words of the key that is known of ${principal}`}
            words={words}
            fingerprint={fingerprint}
          />
        ))}
        {isBelieved || confirmation === null ? null : (
          <>
            <Text size="sm">
              {`Call ${exporter.name} and let them read the words of their own key to you. `}
              {confirmation === 'afterwards'
                ? 'You may import first: the open question then stands among what is to be settled.'
                : 'Without that the bundle is not imported.'}
            </Text>
            <Checkbox
              label="The words are the same, compared by voice: believe this key from now on"
              checked={confirmed}
              onChange={(event) => onConfirm(event.currentTarget.checked)}
            />
          </>
        )}
      </Stack>
    </Alert>
  )
}
