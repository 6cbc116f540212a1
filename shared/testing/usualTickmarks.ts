/** Tickmarks that most firms use, in our own words; a firm changes or leaves out what it does not. */
export const usualTickmarks: readonly { symbol: string; meaning: string }[] = [
  { symbol: '✓', meaning: 'Agreed to the evidence inspected, without difference' },
  { symbol: 'R', meaning: 'Reperformed with the same outcome' },
  { symbol: 'O', meaning: 'Observed while it was done' },
  { symbol: 'Q', meaning: 'Confirmed by asking; the note says whom and when' },
  { symbol: 'S', meaning: 'Seen on the screen of the system, with the auditor watching' },
  { symbol: 'T', meaning: 'Traced to the source from which the list was made' },
  { symbol: '≠', meaning: 'Differs from the evidence; the note says how' },
]
