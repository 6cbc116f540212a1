import { DomainError } from '../../../shared/errors/domainError.ts'
import type { JobContext } from '../handler.ts'
import { type NewFile, putFile } from '../storedFile.ts'
import type { TableFile } from '../table/tableFile.ts'

/**
 * Copies the file that a list is read from into the store, encrypted.
 * @throws DomainError those of {@link putFile}; `blob.changed_while_reading` where it is not the file that was read
 */
export async function copySourceFile({ source, sha256, name }: TableFile, context: JobContext): Promise<NewFile> {
  const bytes = source.path === null ? source.read(context.signal) : { file: source.path }
  const copy = await putFile(bytes, context)
  if (copy.sha256 === sha256) return copy
  await copy.discard()
  throw new DomainError('blob.changed_while_reading', { name })
}
