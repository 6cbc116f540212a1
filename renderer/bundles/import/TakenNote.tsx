import { Alert, Anchor, Group, List, Stack } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import type { ResultOf } from '../../../shared/contract/index.ts'
import { links } from '../../app/links.ts'
import { countWords } from '../bundleWords.ts'

/** What an import came to, and where to go on. */
export function TakenNote({ taken, onClose }: { taken: ResultOf<'bundle.import'>; onClose: () => void }) {
  const { engagementId, added, conflicts, toSettle, isNewEngagement, missingFiles } = taken
  const isOpen = conflicts > 0 || toSettle > 0
  return (
    <Stack>
      <Alert
        role="status"
        variant="default"
        icon={<IconCircleCheck />}
        title={added === 0 ? 'Nothing new was in the bundle' : 'The bundle was imported'}
      >
        <List size="sm">
          <List.Item>{`${countWords(added, 'entry', 'entries')} added${isNewEngagement ? ', a new engagement' : ''}.`}</List.Item>
          <List.Item>
            {conflicts === 0 ? 'No field is in conflict.' : `${countWords(conflicts, 'field')} to decide on.`}
          </List.Item>
          <List.Item>
            {toSettle === 0 ? 'Nothing else to settle.' : `${countWords(toSettle, 'other point')} to settle.`}
          </List.Item>
          {missingFiles === 0 ? null : (
            <List.Item>{`${countWords(missingFiles, 'file')} that papers name came with neither this bundle nor another one.`}</List.Item>
          )}
        </List>
      </Alert>
      <Group>
        {isOpen ? (
          <Anchor href={links.bundles(engagementId)} onClick={onClose}>
            Go to what is to be settled
          </Anchor>
        ) : null}
        <Anchor href={links.dashboard(engagementId)} onClick={onClose}>
          Open the engagement
        </Anchor>
      </Group>
    </Stack>
  )
}
