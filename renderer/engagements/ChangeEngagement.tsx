import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useEngineQuery } from '../engine/hooks.ts'
import { useReadOnly } from '../lock/useStanding.ts'
import { EngagementForm } from './EngagementForm.tsx'

/** Changes client, dates or categories of the engagement. */
export function ChangeEngagement({ engagementId }: { engagementId: string }) {
  const { data } = useEngineQuery('engagement.get', { engagementId })
  const readOnly = useReadOnly(engagementId)
  const [isOpen, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button
        variant="default"
        onClick={open}
        disabled={data === undefined || readOnly !== null}
        title={readOnly ?? ''}
      >
        Change the engagement
      </Button>
      {isOpen && data !== undefined ? <EngagementForm engagement={data} opened onClose={close} /> : null}
    </>
  )
}
