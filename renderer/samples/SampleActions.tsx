import { Button, Code, Group, Modal, NumberInput, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import type { ResultOf } from '../../shared/contract/index.ts'
import type { Sample } from '../../shared/contract/sample.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { askShell, fileRef } from '../engine/shell.ts'
import { RequestOfSample } from '../requests/RequestOfSample.tsx'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { ReasonForm } from '../ui/ReasonForm.tsx'

/** What can be done with a sample: extend it, write its proof. */
export function SampleActions({ sample }: { sample: Sample }) {
  const extend = useEngineCommand('sample.extend', { quiet: true })
  const prove = useEngineCommand('sample.proof')
  const [isExtending, extending] = useDisclosure(false)
  const [isAsking, asking] = useDisclosure(false)
  const [by, setBy] = useState(15)
  const [proof, setProof] = useState<ResultOf<'sample.proof'> | null>(null)
  const writeProof = async () => {
    const place = await askShell({
      kind: 'newFolder',
      title: 'Folder for the proof',
      suggestedName: `Proof ${sample.controlRef}`,
    })
    if (place !== null)
      await prove.run({ sampleId: sample.sampleId, file: fileRef(place.token) }).then(setProof, () => undefined)
  }
  return (
    <Group gap="xs">
      {sample.method === 'random' || sample.method === 'stratified' ? (
        <ChangeButton variant="default" onClick={extending.open}>
          Extend…
        </ChangeButton>
      ) : null}
      {sample.method === 'targeted' ? null : (
        <Button variant="default" loading={prove.pending} onClick={() => void writeProof()}>
          Write the proof…
        </Button>
      )}
      <ChangeButton variant="default" onClick={asking.open}>
        Request list…
      </ChangeButton>
      {isAsking ? <RequestOfSample sample={sample} onClose={asking.close} /> : null}
      {isExtending ? (
        <ReasonForm
          title="Extend the sample by the next items"
          label="Reason"
          error={extend.error}
          pending={extend.pending}
          onClose={extending.close}
          onSubmit={(reason) =>
            void extend.run({ sampleId: sample.sampleId, by, reason }).then(extending.close, () => undefined)
          }
        >
          <NumberInput
            label="By how many items"
            min={1}
            allowDecimal={false}
            value={by}
            onChange={(value) => setBy(typeof value === 'number' ? value : 1)}
          />
        </ReasonForm>
      ) : null}
      {proof === null ? null : (
        <Modal opened onClose={() => setProof(null)} title="The proof was written" size="lg">
          <Text>Anyone can check it with sha256sum and sort; its README holds the commands.</Text>
          <Code block>{proof.files.map(({ name, sha256 }) => `${sha256}  ${name}`).join('\n')}</Code>
        </Modal>
      )}
    </Group>
  )
}
