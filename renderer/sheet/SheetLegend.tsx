import { Kbd, Stack, Text } from '@mantine/core'
import { sheetKeyLegend } from './sheetKeys.ts'
import type { LoadedSheet } from './sheetView.ts'
import classes from './Sheet.module.css'

/** The small marks at the edges of a cell, where they stand in it, and what they say. */
const cellMarks = [
  ['fileMark', 'file (e)'],
  ['noteMark', 'note (Enter)'],
  ['reviewMark', 'review note that is not cleared (r)'],
] as const

/** What the letters, the tickmarks and the marks on the sheet stand for, and its keys. */
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
      <div className={classes['legend']} role="group" aria-label="Marks on a cell">
        {cellMarks.map(([mark, words]) => (
          <span key={mark}>
            <span className={classes['sampleCell']} aria-hidden="true">
              <span className={classes[mark]} />
            </span>{' '}
            {words}
          </span>
        ))}
      </div>
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
