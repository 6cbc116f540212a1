/** @returns the id of a cell of a test sheet: that of its result, whether it has one yet or not */
export const cellIdOf = (procedureId: string, sampleItemId: string, letter: string): string =>
  `${procedureId}:${sampleItemId}:${letter}`

/** The parts of a cell's id; that of a sample item has a `:` of its own. */
export function cellIds(id: string): { procedureId: string; sampleItemId: string; letter: string } {
  const [procedureId = '', ...rest] = id.split(':')
  const letter = rest.pop() ?? ''
  return { procedureId, sampleItemId: rest.join(':'), letter }
}
