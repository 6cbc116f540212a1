/** The end of a device's chain in an engagement, as it was seen last and is remembered outside of the store's file. */
export type RememberedHead = { engagementId: string; deviceId: string; seq: number; hash: string }

/**
 * How a store differs from what was seen of it: it ends before (an older copy was put back, or its tail was cut), or it has
 * another entry there (its history was written again).
 */
export type LostHistory = RememberedHead & { problem: 'older' | 'rewritten'; endsAt: number }

/**
 * @param endOf the last entry of a device in an engagement, 0 where there is none
 * @param hashOf the hash of one entry
 * @returns the remembered heads that the store does not hold
 */
export function lostHistory(
  remembered: readonly RememberedHead[],
  endOf: (head: RememberedHead) => number,
  hashOf: (head: RememberedHead) => string | undefined,
): LostHistory[] {
  return remembered.flatMap((head): LostHistory[] => {
    const endsAt = endOf(head)
    if (endsAt < head.seq) return [{ ...head, problem: 'older', endsAt }]
    return hashOf(head) === head.hash ? [] : [{ ...head, problem: 'rewritten', endsAt }]
  })
}

/** @returns a head as the keyring's marks hold it */
export function toMark({ engagementId, deviceId, seq, hash }: RememberedHead): [string, string] {
  return [`${engagementId} ${deviceId}`, `${seq} ${hash}`]
}

/** @returns the head of a mark, or `null` where the mark is none */
export function fromMark([name, value]: readonly [string, string]): RememberedHead | null {
  const place = /^(\S+) (\S+)$/.exec(name)
  const end = /^([1-9]\d{0,14}) ([0-9a-f]{64})$/.exec(value)
  const [, engagementId, deviceId] = place ?? []
  const [, seq, hash] = end ?? []
  if (engagementId === undefined || deviceId === undefined || seq === undefined || hash === undefined) return null
  return { engagementId, deviceId, seq: Number(seq), hash }
}
