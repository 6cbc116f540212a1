import { useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import { askShell } from '../engine/shell.ts'

/** The schemes to choose from. */
export const colourSchemes: { value: MantineColorScheme; label: string }[] = [
  { value: 'auto', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

/** @returns what chooses the colours of the page, and with them those of the window and its dialogs */
export function useColourScheme(): (scheme: MantineColorScheme) => void {
  const { setColorScheme } = useMantineColorScheme()
  return (scheme) => {
    setColorScheme(scheme)
    void askShell({ kind: 'theme', choice: scheme === 'auto' ? 'system' : scheme })
  }
}
