import { DomainError } from '../../../shared/errors/domainError.ts'
import type { Manifest } from './manifest.ts'
import { largestTarFile } from './tarLayout.ts'

/** What a bundle may be at most. Sizes in bytes. */
export type BundleLimits = {
  files: number
  fileBytes: number
  totalBytes: number
  manifestBytes: number
  /** Journal and state that are read without a store are held in memory. */
  memoryBytes: number
}

export const usualLimits: BundleLimits = {
  files: 100_000,
  fileBytes: largestTarFile,
  totalBytes: 64 * 1024 ** 3,
  manifestBytes: 64 * 1024 ** 2,
  memoryBytes: 256 * 1024 ** 2,
}

/** Refuses by what the manifest says, before any of it is read. @throws DomainError `bundle.too_large` */
export function requireWithin({ files }: Manifest, limits: BundleLimits): void {
  const total = files.reduce((sum, { size }) => sum + size, 0)
  const largest = files.reduce((most, { size }) => Math.max(most, size), 0)
  exceeds('files', files.length, limits.files)
  exceeds('bytes of one file', largest, limits.fileBytes)
  exceeds('bytes', total, limits.totalBytes)
}

function exceeds(what: string, found: number, limit: number): void {
  if (found > limit) throw new DomainError('bundle.too_large', { what, found, limit })
}
