import { notifications } from '@mantine/notifications'
import type { EvidenceTarget } from '../../shared/contract/evidence.ts'
import type { GrantedFile } from '../../shared/shell/shellAction.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { askShell, fileRef } from '../engine/shell.ts'
import { today } from '../ui/dates.ts'
import { useReadOnlyReason } from '../ui/readOnly.ts'

/** Files from a dialog, a drop or the clipboard become evidence of a paper; what could not be taken is said. */
export function useAttach() {
  const attach = useEngineCommand('evidence.attachAll')
  const paste = useEngineCommand('evidence.attachImage')
  const readOnly = useReadOnlyReason()

  const attachFiles = async ({ entity, id }: EvidenceTarget, files: readonly GrantedFile[]) => {
    const target = { entity, id }
    if (files.length === 0) return
    if (readOnly !== null) {
      notifications.show({ message: readOnly })
      return
    }
    const answer = await attach
      .run({ target, files: files.map(({ token }) => fileRef(token)), receivedOn: today() })
      .catch(() => null)
    if (answer === null) return
    for (const { name, message } of answer.refused)
      notifications.show({ color: 'red', title: `${name} was not taken`, message })
    const used = answer.attached.filter(({ alreadyUsedFor }) => alreadyUsedFor.length > 0)
    const before = used.length === 0 ? '' : ` ${used.length === 1 ? 'One was' : `${used.length} were`} used before.`
    const count = answer.attached.length
    if (count > 0)
      notifications.show({ message: `${count} ${count === 1 ? 'file' : 'files'} kept as evidence.${before}` })
  }

  return {
    attachFiles,
    chooseFiles: async (target: EvidenceTarget) =>
      attachFiles(target, await askShell({ kind: 'openFiles', title: 'Evidence', extensions: [] })),
    /** Keeps the pictures of the clipboard; false where it holds none. */
    pasteImages: ({ entity, id }: EvidenceTarget, data: DataTransfer | null): boolean => {
      if (readOnly !== null) return false
      const images = [...(data?.files ?? [])].filter(({ type }) => type === 'image/png')
      for (const image of images) {
        void image.arrayBuffer().then((bytes) =>
          paste
            .run({
              target: { entity, id },
              name: `screenshot ${now()}.png`,
              png: new Uint8Array(bytes),
              capturedOn: today(),
              origin: 'observed',
            })
            .then(
              () => notifications.show({ message: 'The screenshot was kept as evidence.' }),
              () => undefined,
            ),
        )
      }
      return images.length > 0
    },
    pending: attach.pending || paste.pending,
  }
}

/** @returns the day and time of this computer's clock as a name can hold them */
function now(): string {
  const date = new Date()
  const part = (value: number) => String(value).padStart(2, '0')
  return `${today()} ${part(date.getHours())}.${part(date.getMinutes())}.${part(date.getSeconds())}`
}
