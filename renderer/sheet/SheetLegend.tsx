import { Kbd, Stack, Text } from '@mantine/core'
import type { Procedure } from '../../shared/contract/procedure.ts'
import { sheetKeyLegend } from './sheetKeys.ts'
import classes from './Sheet.module.css'

/** What the letters stand for, and the keys of the sheet. */
export function SheetLegend({ procedure }: { procedure: Procedure }) {
  return (
    <Stack gap={4}>
      {procedure.attributes.map(({ letter, text }) => (
        <Text key={letter} size="sm">
          <strong>{letter}</strong> {text}
        </Text>
      ))}
      <div className={classes['legend']}>
        {sheetKeyLegend.map(([keys, does]) => (
          <span key={keys}>
            <Kbd size="xs">{keys}</Kbd> {does}
          </span>
        ))}
      </div>
    </Stack>
  )
}
