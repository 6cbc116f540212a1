import type { FiguresLine } from './FiguresTable.tsx'

type Attribute = Omit<FiguresLine, 'key' | 'name'> & { letter: string; text: string; procedureId?: string }

/** @returns the lines of a table: the items as a whole where there are several attributes, then each attribute */
export function figureLines(all: Omit<FiguresLine, 'key' | 'name'>, attributes: readonly Attribute[]): FiguresLine[] {
  const lines = attributes.map((one) => ({
    ...one,
    key: `${one.procedureId ?? ''} ${one.letter}`,
    name: `${one.letter} ${one.text}`,
  }))
  return lines.length === 1 ? lines : [{ ...all, key: 'all', name: 'Items, by their worst attribute' }, ...lines]
}
