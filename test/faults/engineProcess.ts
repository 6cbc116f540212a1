import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { projectFolder } from '../../electron/dev/projectFolder.ts'
import type { EngineMessage } from '../../electron/engine/wire.ts'
import type { MethodName, ParamsOf, ResultOf } from '../../shared/contract/index.ts'

const program = join(projectFolder, 'dist', 'engine', 'engine.js')

/** A real engine process, as the application forks it, that a test may kill. */
export class EngineProcess {
  readonly #child: ChildProcess
  readonly #waiting = new Map<number, (message: EngineMessage) => void>()
  #calls = 0

  private constructor(child: ChildProcess) {
    this.#child = child
    child.on('message', (message: EngineMessage) => {
      if ('id' in message) this.#waiting.get(message.id)?.(message)
    })
  }

  /**
   * @param under a program, and its words, that runs the engine and sees to what befalls it
   * @returns an engine that said it is ready
   */
  static async start(under: readonly string[] = []): Promise<EngineProcess> {
    const [execPath, ...execArgv] = [...under, process.execPath]
    const child = fork(program, { serialization: 'advanced', execPath, execArgv })
    await once(child, 'message')
    return new EngineProcess(child)
  }

  /** Calls the engine; every text that is a path is granted. @throws the error's answer */
  async call<M extends MethodName>(method: M, params: ParamsOf<M>): Promise<ResultOf<M>> {
    const id = (this.#calls += 1)
    const answer = new Promise<EngineMessage>((done) => this.#waiting.set(id, done))
    const paths = Object.values(params as object).filter(
      (value): value is string => typeof value === 'string' && value.startsWith('/'),
    )
    this.#child.send({ id, method, params, grants: Object.fromEntries(paths.map((path) => [path, path])) })
    const message = await answer
    if (!('ok' in message)) throw new TypeError('The engine answers calls')
    if (!message.ok) throw new Error(`${message.error.code}: ${message.error.message}`)
    return message.result as ResultOf<M>
  }

  /** From now on no file of the process grows beyond so many bytes, as on a disk that is nearly full; `null` lifts it. */
  limitFiles(bytes: number | null): void {
    execFileSync('prlimit', ['--pid', String(this.#child.pid), `--fsize=${bytes ?? 'unlimited'}:`])
  }

  /** Takes its parent from it, at which it ends by itself. */
  async end(): Promise<void> {
    const gone = once(this.#child, 'exit')
    this.#child.disconnect()
    await gone
  }

  /** Ends it as a power cut would end it for the process: no handler runs. */
  async kill(): Promise<void> {
    const gone = once(this.#child, 'exit')
    this.#child.kill('SIGKILL')
    await gone
  }
}
