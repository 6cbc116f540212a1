import type { MergePlan } from '../../db/journal/planMerge.ts'
import type { Reader } from '../../db/reader.ts'
import type { Store } from '../../db/store.ts'
import type { CheckedParamsOf, Contract, MethodName, ParamsOf, ResultOf } from '../../shared/contract/index.ts'
import type { Practitioner } from '../../shared/contract/store.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import type { Change } from '../../shared/journal/change.ts'
import type { Now } from './environment.ts'
import type { Argon2Cost } from './keyring/keyringForm.ts'
import type { RunningJobs } from './runningJobs.ts'
import type { Session } from './session.ts'

/** What every handler may use. `reader` and `actor` answer `store.locked` while no store is open. */
export type QueryContext = {
  session: Session
  jobs: RunningJobs
  readonly reader: Reader
  readonly actor: Practitioner
}

/** What a command may use besides: the time of this call, and new ids. It reads, decides, and returns changes. */
export type CommandContext = QueryContext & { now: Now; newId: () => string; random: (bytes: number) => Buffer }

/**
 * What a command comes to: the changes of one entry, and the answer, read after they are written. `merge` are entries of other
 * devices that are taken in the same transaction, before that entry.
 */
export type Outcome<R> = { engagementId: string; changes: Change[]; merge?: MergePlan; answer: () => R }

/** A call of another method, typed by the contract, as whoever is signed in; its files are paths. */
export type Call = <M extends MethodName>(method: M, params: ParamsOf<M>) => Promise<ResultOf<M>>

/** What a job may use: files that the caller was granted, progress, cancellation, and one command at its end. */
export type JobContext = CommandContext & {
  /** This job among the running ones. */
  jobId: string
  readonly store: Store
  /** What a guess at a new passphrase is to cost. */
  passphraseCost: Argon2Cost
  /** Keys of those who publish this program, in SSH text form. */
  publishers: readonly string[]
  /** @throws DomainError `call.path_not_granted` */
  resolvePath: (ref: FileRef) => string
  signal: AbortSignal
  progress: (done: number, total: number, phase: string) => void
  /** Lets other work run where the job has gone on for a while, which a loop may ask after every step; throws `call.cancelled` once it was asked to stop. */
  pause: () => Promise<void>
  commit: <R>(work: () => Outcome<R>) => R
  /** For a job that is made of other methods alone: each writes its own entry. */
  call: Call
}

type HandlerOf<M extends MethodName> = Contract[M]['kind'] extends 'query'
  ? (params: CheckedParamsOf<M>, context: QueryContext) => ResultOf<M>
  : Contract[M]['kind'] extends 'command'
    ? (params: CheckedParamsOf<M>, context: CommandContext) => Outcome<ResultOf<M>>
    : (params: CheckedParamsOf<M>, context: JobContext) => Promise<ResultOf<M>>

/** The handlers of one feature: every method of its contract, each in the form that its kind asks for. */
export type Handlers<Methods> = { [M in keyof Methods & MethodName]: HandlerOf<M> }
