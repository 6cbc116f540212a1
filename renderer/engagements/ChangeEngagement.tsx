import { useDisclosure } from '@mantine/hooks'
import { useEngineQuery } from '../engine/hooks.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { EngagementForm } from './EngagementForm.tsx'

/** Changes client, dates or categories of the engagement. */
export function ChangeEngagement({ engagementId }: { engagementId: string }) {
  const { data } = useEngineQuery('engagement.get', { engagementId })
  const [isOpen, { open, close }] = useDisclosure(false)
  return (
    <>
      <ChangeButton variant="default" onClick={open} disabled={data === undefined}>
        Change the engagement
      </ChangeButton>
      {isOpen && data !== undefined ? <EngagementForm engagement={data} opened onClose={close} /> : null}
    </>
  )
}
