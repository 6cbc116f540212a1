import type { LeftOut } from '../../shared/contract/description.ts'

const words: Record<LeftOut['what'], string> = {
  picture: 'pictures left out; keep them as evidence',
  link: 'links kept as plain words',
  note: 'notes left out',
  deep_list: 'items of deep lists moved up',
  table_in_table: 'tables within tables kept as paragraphs',
}

/** @returns what an import left out, in one line */
export function leftOutWords(leftOut: readonly LeftOut[]): string {
  if (leftOut.length === 0) return 'All of its text was taken.'
  return `${leftOut.map(({ what, count }) => `${count} ${words[what]}`).join('; ')}.`
}
