/** @returns how many entries, in words */
export const entriesText = (entries: number): string => (entries === 1 ? '1 entry' : `${entries} entries`)
