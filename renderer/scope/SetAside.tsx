import { Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Criterion } from '../../shared/contract/criterion.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { ReasonForm } from '../ui/ReasonForm.tsx'

/** Whether a criterion applies: set aside with the reason that the description tells (DC 8), or taken back. */
export function SetAside({ engagementId, criterion }: { engagementId: string; criterion: Criterion }) {
  const { criterionId, setAside } = criterion
  const save = useEngineCommand('criterion.setAside', { quiet: true })
  const [isAsking, asking] = useDisclosure(false)
  const record = (reason: string | null) =>
    save.run({ engagementId, criterionId, reason }).then(asking.close, () => undefined)
  if (setAside !== null) {
    return (
      <>
        <Text size="sm">Does not apply: {setAside}</Text>
        <ChangeButton
          size="compact-xs"
          h={24}
          variant="default"
          aria-label={`${criterionId} applies again`}
          onClick={() => void record(null)}
        >
          Applies again
        </ChangeButton>
      </>
    )
  }
  return (
    <>
      <ChangeButton
        size="compact-xs"
        h={24}
        variant="default"
        aria-label={`${criterionId} does not apply…`}
        onClick={asking.open}
      >
        Does not apply…
      </ChangeButton>
      {isAsking ? (
        <ReasonForm
          title={`${criterionId} does not apply`}
          label="Why it has nothing to do with the system"
          error={save.error}
          pending={save.pending}
          onSubmit={(reason) => void record(reason)}
          onClose={asking.close}
        />
      ) : null}
    </>
  )
}
