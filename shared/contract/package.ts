import { z } from 'zod'
import { job } from './define.ts'
import { tableErrors } from './table.ts'
import { FileRef, Id, PlainDate, Sha256 } from './values.ts'

/** Which column of an index says what: the file's path or name, the request or control it answers, its SHA-256. */
export const IndexColumns = z.strictObject({
  file: z.string().max(500),
  request: z.string().max(500).nullable(),
  sha256: z.string().max(500).nullable(),
})
export type IndexColumns = z.infer<typeof IndexColumns>

/** What is worth a question about a received package; each names the file or the row of the index. */
export const PackageProblem = z.object({
  kind: z.enum([
    'missing',
    'not_in_index',
    'hash_differs',
    'empty',
    'twice',
    'unknown_request',
    'name_unclear',
    'refused',
  ]),
  path: z.string(),
  /** Row of the index, where one speaks of it. */
  row: z.int().nullable(),
  says: z.string(),
})
export type PackageProblem = z.infer<typeof PackageProblem>

const PackageFinding = z.object({
  name: z.string(),
  form: z.enum(['zip', 'folder']),
  /** Of the ZIP file; of a folder that of the sorted list of its files as `sha256sum` writes it. */
  sha256: Sha256,
  bytes: z.int(),
  /** Paths of files in the package that may be its index. */
  indexes: z.array(z.string()),
  index: z
    .object({ path: z.string(), header: z.array(z.string()), columns: IndexColumns.nullable(), rows: z.int() })
    .nullable(),
  files: z.array(
    z.object({
      path: z.string(),
      size: z.int(),
      sha256: Sha256,
      /** References of the requests and controls that the index gives it to, of those that this engagement has. */
      requests: z.array(z.string()),
    }),
  ),
  problems: z.array(PackageProblem),
})
export type PackageFinding = z.infer<typeof PackageFinding>

const packageParams = {
  engagementId: Id,
  /** A ZIP file or a folder. */
  file: FileRef,
  /** Path of the index in the package; guessed without it. */
  index: z.string().max(1000).optional(),
  /** Guessed without these. */
  columns: IndexColumns.optional(),
}

const packageErrorCodes = [
  'engagement.not_found',
  'package.not_a_package',
  'package.protected',
  'package.too_large',
  'package.damaged',
  'package.index_not_found',
  'package.no_such_column',
  'file.unreadable',
  'file.not_regular',
  'disk.removed',
  ...tableErrors,
] as const

export const packageContract = {
  'package.inspect': job({
    title:
      'Look into a package of files from the client or a compliance tool: what is in it, what is missing; nothing is taken',
    params: z.strictObject(packageParams),
    result: PackageFinding,
    errors: [...packageErrorCodes],
  }),
  'package.import': job({
    title:
      'Take a received package as evidence: each file, linked to the requests that the index names, and the package itself',
    params: z.strictObject({
      ...packageParams,
      /** SHA-256 of the package as it was inspected: what changed since is not taken. */
      sha256: Sha256.optional(),
      receivedFrom: z.string().trim().max(500).optional(),
      receivedOn: PlainDate.optional(),
    }),
    result: PackageFinding.extend({ evidenceId: Id, imported: z.int() }),
    errors: [...packageErrorCodes, 'package.changed', 'blob.changed_while_reading', 'disk.full'],
  }),
}
