/** Entries of one device's chain, from one number to another, both included. */
export type Span = { deviceId: string; from: number; to: number }

/** A file that lies whole in an exchange folder. */
export type FolderFile = { spans: readonly Span[]; recipients: readonly string[] }

/**
 * How far the files of a folder carry each reader without a gap: the least of all readers, device by device. What lies beyond
 * has to be left for them, whoever wrote it: they may never meet its author.
 * @param recipients whom the next file is for
 */
export function coveredFor(recipients: readonly string[], files: readonly FolderFile[]): ReadonlyMap<string, number> {
  const [first, ...others] = recipients.map((recipient) =>
    reachOf(files.filter((file) => file.recipients.includes(recipient)).flatMap(({ spans }) => spans)),
  )
  const least = [...(first ?? [])].map(
    ([deviceId, seq]) => [deviceId, Math.min(seq, ...others.map((other) => other.get(deviceId) ?? 0))] as const,
  )
  return new Map(least.filter(([, seq]) => seq > 0))
}

/** The end of each chain that spans give from its first entry on. */
function reachOf(spans: readonly Span[]): Map<string, number> {
  const reach = new Map<string, number>()
  for (const { deviceId, from, to } of spans.toSorted((one, other) => one.from - other.from)) {
    const end = reach.get(deviceId) ?? 0
    if (from <= end + 1) reach.set(deviceId, Math.max(end, to))
  }
  return reach
}

/** @returns what a store holds beyond what is covered */
export function spansBeyond(covered: ReadonlyMap<string, number>, held: ReadonlyMap<string, number>): Span[] {
  return [...held]
    .map(([deviceId, to]) => ({ deviceId, from: (covered.get(deviceId) ?? 0) + 1, to }))
    .filter(({ from, to }) => from <= to)
}

export function countEntries(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from + 1, 0)
}
