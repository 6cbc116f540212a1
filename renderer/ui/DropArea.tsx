import { notifications } from '@mantine/notifications'
import { type DragEvent, type ReactNode, useState } from 'react'
import type { GrantedFile } from '../../shared/shell/shellAction.ts'
import { droppedFiles } from '../engine/shell.ts'
import { useReadOnlyReason } from './readOnly.ts'
import classes from './DropArea.module.css'

type DropAreaProps = {
  /** What dropping here does, for the eye while something hangs over it. */
  label: string
  onFiles: (files: GrantedFile[]) => void
  children: ReactNode
}

/**
 * A part of the screen on which files can be dropped. Whoever uses the keyboard chooses them in a dialog beside it. A read-only
 * file takes none and says why, over the place and once they are dropped.
 */
export function DropArea({ label, onFiles, children }: DropAreaProps) {
  const [isOver, setOver] = useState(false)
  const readOnly = useReadOnlyReason()
  const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files')
  return (
    <div
      className={classes['area']}
      data-over={isOver || undefined}
      data-label={readOnly ?? label}
      onDragOver={(event) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        event.stopPropagation()
        setOver(false)
        if (readOnly !== null) {
          notifications.show({ message: readOnly })
          return
        }
        void droppedFiles(event.dataTransfer.files).then((files) => {
          if (files.length > 0) onFiles(files)
        })
      }}
    >
      {children}
    </div>
  )
}
