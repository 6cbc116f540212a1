import { Kbd, Stack, Text } from '@mantine/core'
import { sheetKeyLegend } from './sheetKeys.ts'
import type { LoadedSheet } from './sheetView.ts'
import classes from './Sheet.module.css'

/** What the letters and the tickmarks on the sheet stand for, and its keys. */
export function SheetLegend({ sheet: { procedure, legend } }: { sheet: LoadedSheet }) {
  return (
    <Stack gap={4}>
      {procedure.attributes.map(({ letter, text }) => (
        <Text key={letter} size="sm">
          <strong>{letter}</strong> {text}
        </Text>
      ))}
      {legend.length === 0 ? null : (
        <Text size="sm" component="div" role="group" aria-label="Tickmarks" className={classes['legend'] ?? ''}>
          {legend.map(({ tickmarkId, symbol, meaning }) => (
            <span key={tickmarkId}>
              <strong>{symbol}</strong> {meaning}
            </span>
          ))}
        </Text>
      )}
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
