/** A file of a package. Its path is data: it is shown and compared, and never opened. */
export type PackageEntry = { path: string; size: number; read: (signal: AbortSignal) => AsyncIterable<Uint8Array> }

/** What of a package was not even looked at, and why. */
export type RefusedEntry = { path: string; reason: string }

export type PackageSource = {
  form: 'zip' | 'folder'
  entries: PackageEntry[]
  refused: RefusedEntry[]
  close: () => Promise<void>
}
