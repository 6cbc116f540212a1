import { Textarea, type TextareaProps } from '@mantine/core'

/**
 * A field of several lines that is as high as its text, by style alone: Mantine's `autosize` measures each field before its first
 * picture, and a screen with a dozen of them waits for all.
 * @param minRows lines that are there for an empty text
 * @param maxRows lines from which on the text scrolls
 */
export function GrowingText({ minRows = 1, maxRows, ...field }: Omit<TextareaProps, 'autosize' | 'styles'>) {
  const heightOf = (rows: number) => `calc(${rows} * 1lh + 2 * var(--input-padding-y, 0px) + 2px)`
  return (
    <Textarea
      {...field}
      styles={{
        input: {
          fieldSizing: 'content',
          minHeight: heightOf(minRows),
          ...(maxRows === undefined ? {} : { maxHeight: heightOf(maxRows) }),
        },
      }}
    />
  )
}
