import { Button, Checkbox, Modal, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts'
import { askShell, fileRef } from '../../engine/shell.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'

/** Asks who can read what is left in the folder, then for the folder. */
export function ChooseFolder({ engagementId, onClose }: { engagementId: string; onClose: () => void }) {
  const choose = useEngineCommand('exchange.setFolder', { quiet: true })
  const colleagues = useEngineQuery('colleague.list', {})
  const [isForAll, setForAll] = useState(true)
  const [colleagueIds, setColleagueIds] = useState<string[]>([])
  const compared = colleagues.data?.colleagues.filter((colleague) => colleague.compared) ?? []
  const run = async () => {
    const place = await askShell({ kind: 'openFolder', title: 'Exchange folder' })
    if (place === null) return
    const readers = isForAll ? {} : { colleagueIds }
    await choose.run({ engagementId, folder: fileRef(place.token), ...readers }).then(onClose, () => undefined)
  }
  return (
    <Modal opened onClose={onClose} title="Exchange folder" size="lg">
      <form
        aria-label="Exchange folder"
        onSubmit={(event) => {
          event.preventDefault()
          void run()
        }}
      >
        <Stack>
          <Radio.Group
            label="Who can read what is left there"
            value={isForAll ? 'all' : 'chosen'}
            onChange={(value) => setForAll(value === 'all')}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="all" label="Every colleague whose words were compared, also later ones" />
              <Radio value="chosen" label="These" disabled={compared.length === 0} />
            </Stack>
          </Radio.Group>
          {isForAll ? null : (
            <Checkbox.Group aria-label="Colleagues" value={colleagueIds} onChange={setColleagueIds}>
              <Stack gap={6} pl="xl">
                {compared.map(({ colleagueId, name, words }) => (
                  <Checkbox key={colleagueId} value={colleagueId} label={name} description={words} />
                ))}
              </Stack>
            </Checkbox.Group>
          )}
          <Text size="sm">Choose a folder that is for exchange alone. What lies there besides is left as it is.</Text>
          <ErrorNote error={colleagues.error ?? choose.error} />
          <Button type="submit" loading={choose.pending} disabled={!isForAll && colleagueIds.length === 0}>
            Choose the folder…
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
