/** @returns a mapping of columns with one of them chosen, or left out */
export function withColumn<T extends Record<string, string | undefined>>(
  columns: T,
  key: keyof T,
  column: string | null,
): T {
  const others = Object.fromEntries(Object.entries(columns).filter(([name]) => name !== key))
  return (column === null ? others : { ...others, [key]: column }) as T
}
