import { Tooltip, VisuallyHidden } from '@mantine/core'
import type { PopulationColumn } from '../../shared/testing/populationColumns.ts'
import type { LoadedSheet } from './sheetView.ts'
import classes from './Sheet.module.css'

/** The line on top of the sheet; an attribute's letter tells its text. */
export function SheetHeader({ sheet, columns }: { sheet: LoadedSheet; columns: readonly PopulationColumn[] }) {
  return (
    <div role="row" aria-rowindex={1} className={classes['header']}>
      <div role="columnheader" className={classes['saved']}>
        <VisuallyHidden>Saved</VisuallyHidden>
      </div>
      <div role="columnheader" className={classes['order']} title="Order of the draw">
        #
      </div>
      <div role="columnheader" className={classes['item']}>
        Item
      </div>
      <div role="columnheader" className={classes['text']}>
        Date
      </div>
      {columns.map(({ index, name }) => (
        <div key={`${index} ${name}`} role="columnheader" className={classes['text']} title={name}>
          {name}
        </div>
      ))}
      {sheet.procedure.attributes.map(({ letter, text }, column) => (
        <Tooltip key={letter} label={text} multiline maw={320}>
          <div
            role="columnheader"
            className={classes['letter']}
            data-attribute-column={column}
            aria-label={`Attribute ${letter}: ${text}`}
          >
            {letter}
          </div>
        </Tooltip>
      ))}
      <div role="columnheader" className={classes['text']}>
        Notes
      </div>
    </div>
  )
}
