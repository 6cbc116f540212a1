import path from 'node:path'
import { DomainError } from '../../shared/errors/domainError.ts'

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const gone = new Set(['EIO', 'ENODEV', 'ENXIO', 'ESTALE'])

/** @returns the code of a system error such as `ENOSPC`, else `null` */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

/**
 * A failed write in the auditor's words; anything that is not a system error passes unchanged.
 * @returns `disk.full`, `disk.removed`, `file.unwritable`, or the error itself
 */
export function writeFault(error: unknown, file: string): unknown {
  return fault(error, file, 'file.unwritable')
}

/** A failed read in the auditor's words. @returns `disk.removed`, `file.unreadable`, or the error itself */
export function readFault(error: unknown, file: string): unknown {
  return fault(error, file, 'file.unreadable')
}

function fault(error: unknown, file: string, otherwise: 'file.unwritable' | 'file.unreadable'): unknown {
  const code = systemCode(error)
  if (code === null || error instanceof DomainError || !/^E[A-Z0-9]+$/.test(code)) return error
  const name = path.basename(file)
  if (full.has(code)) return new DomainError('disk.full', { name })
  if (gone.has(code)) return new DomainError('disk.removed', { name })
  return new DomainError(otherwise, { name, reason: code })
}
