import { DomainError } from '../../shared/errors/domainError.ts'
import { cryptoSelfTest } from './bundle/cryptoSelfTest.ts'
import { type Announce, Dispatcher } from './dispatcher.ts'
import { type Environment, systemEnvironment } from './environment.ts'
import { Session } from './session.ts'
import { version } from './version.ts'

/** What an engine needs from its host; tests set clock, ids and randomness. */
export type EngineOptions = Partial<Environment> & {
  announce: Announce
  checksResults: boolean
  log: (line: string) => void
}

/** An engine without a host: the same one for the window, the headless host and the tests. */
export type Engine = {
  dispatcher: Dispatcher
  log: (line: string) => void
  /** Calls from a window: a file is a token that a dialog gave. */
  call: (method: string, params: unknown, grants: Record<string, string>) => Promise<unknown>
  close: () => void
}

/** @throws TypeError when this process' Node is too old for the database driver, or its cryptography gives wrong answers */
export function createEngine({ announce, ...options }: EngineOptions): Engine {
  if (Number(process.versions['napi']) < 10)
    throw new TypeError('Tickmark needs Node 24: start it with "npm start" or "npm run".')
  cryptoSelfTest()
  const environment: Environment = { ...systemEnvironment(options), ...options }
  const dispatcher = new Dispatcher(new Session(version), environment, announce)
  return {
    dispatcher,
    log: options.log,
    call: (method, params, grants) => dispatcher.call(method, params, (ref) => grantedPath(ref, grants)),
    close: () => {
      dispatcher.jobs.cancelAll()
      dispatcher.session.lock()
    },
  }
}

function grantedPath(ref: string, grants: Record<string, string>): string {
  const path = Object.hasOwn(grants, ref) ? grants[ref] : undefined
  if (path === undefined) throw new DomainError('call.path_not_granted')
  return path
}
