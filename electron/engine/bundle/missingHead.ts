type Head = { deviceId: string; seq: number; hash: string }

/** @returns the first of the heads that something was signed over whose entry is not in a journal @param hashes of all its entries */
export function missingHead(heads: readonly Head[], hashes: ReadonlySet<string>): Head | undefined {
  return heads.find(({ hash }) => !hashes.has(hash))
}
