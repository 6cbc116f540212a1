import { AlignmentType, type INumberingOptions, LevelFormat } from 'docx'
import type { ReportDocument } from '../../../../shared/report/document.ts'
import type { RichNode } from '../../../../shared/richText/node.ts'

/** The list that bullets are of. */
export const bulletList = 'report-bullets'

/** @returns the list that numbers from `start` on are of */
export const numberedList = (start: number): string => `report-numbers-${start}`

/** Indentation of one level, in twentieths of a point. */
export const levelIndent = 500

const levels = [0, 1, 2] as const
const bullets = ['•', '–', '▪'] as const
const numbers = [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.LOWER_ROMAN] as const

/** @returns the lists of a report: bullets, and numbers for each number that a list of it begins with */
export function listsOf({ sections }: ReportDocument): INumberingOptions {
  const starts = new Set(
    sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'rich' ? block.content.flatMap(startsIn) : [])),
    ),
  )
  return {
    config: [
      {
        reference: bulletList,
        levels: levels.map((level) => ({ ...place(level), format: LevelFormat.BULLET, text: bullets[level] })),
      },
      ...[...starts].map((start) => ({
        reference: numberedList(start),
        levels: levels.map((level) => ({ ...place(level), format: numbers[level], text: `%${level + 1}.`, start })),
      })),
    ],
  }
}

function startsIn({ type, attrs, content = [] }: RichNode): number[] {
  return [...(type === 'orderedList' ? [attrs?.start ?? 1] : []), ...content.flatMap(startsIn)]
}

const place = (level: number) => ({
  level,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: levelIndent * (level + 1), hanging: 260 } } },
})
