import type { z } from 'zod'
import type { ErrorCode } from '../errors/catalogue.ts'

/**
 * What kind of work a method is.
 * - `query` reads, synchronously, with a handle that cannot write.
 * - `command` changes: rules, then one list of field changes, written with its journal entry in one transaction.
 * - `job` is long work: asynchronous, reports progress, can be cancelled, ends in at most one command.
 */
export type MethodKind = 'query' | 'command' | 'job'

/** One method of the engine. The contract is a record of these, keyed by the method's name. */
export type MethodDefinition = {
  readonly kind: MethodKind
  /** What it does, in the auditor's words; shown by the headless host's `methods`. */
  readonly title: string
  readonly params: z.ZodType
  readonly result: z.ZodType
  /** The errors that this method's own rules throw; those of the door itself (`call.*`, `store.*`) come on top. */
  readonly errors: readonly ErrorCode[]
  /** False for what works without an open store, such as creating one or verifying a bundle. */
  readonly needsStore: boolean
}

type Declaration<P extends z.ZodType, R extends z.ZodType> = {
  title: string
  params: P
  result: R
  errors?: readonly ErrorCode[]
  needsStore?: boolean
}

const declare =
  <K extends MethodKind>(kind: K) =>
  <P extends z.ZodType, R extends z.ZodType>(declaration: Declaration<P, R>) => ({
    errors: [] as readonly ErrorCode[],
    needsStore: true,
    ...declaration,
    kind,
  })

export const query = declare('query')
export const command = declare('command')
export const job = declare('job')
