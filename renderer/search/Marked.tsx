import { Mark } from '@mantine/core'
import type { SearchHit } from '../../shared/contract/search.ts'

type MarkedProps = { text: string; marks: SearchHit['marks']['title'] }

/** A text with the words in it that were looked for. Marks come in the order of the text and do not overlap. */
export function Marked({ text, marks }: MarkedProps) {
  const ends = marks.map(({ start, length }) => start + length)
  return (
    <>
      {marks.map(({ start, length }, place) => (
        <span key={start}>
          {text.slice(ends[place - 1] ?? 0, start)}
          <Mark>{text.slice(start, start + length)}</Mark>
        </span>
      ))}
      {text.slice(ends.at(-1) ?? 0)}
    </>
  )
}
