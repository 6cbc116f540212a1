import { columns } from '../run/table.ts'

/** What came of one kind of fault. */
export type Tally = {
  fault: string
  rounds: number
  /** What the program said is saved, before the fault. */
  saved: number
  /** Of that, what is not there afterwards. */
  lost: number
}

/** @returns the table of a run: a line a kind of fault, and their sum */
export function tallyTable(tallies: readonly Tally[]): string {
  const kinds = [...new Set(tallies.map(({ fault }) => fault))].toSorted()
  const lines = kinds.map((kind) =>
    line(
      kind,
      tallies.filter(({ fault }) => fault === kind),
    ),
  )
  return columns([['fault', 'rounds', 'saved', 'lost'], ...lines, line('all', tallies)])
}

function line(name: string, tallies: readonly Tally[]): string[] {
  const sum = (of: 'rounds' | 'saved' | 'lost') => tallies.reduce((total, tally) => total + tally[of], 0)
  return [name, String(sum('rounds')), String(sum('saved')), String(sum('lost'))]
}
