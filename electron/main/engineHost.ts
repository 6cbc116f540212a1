import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app, utilityProcess } from 'electron'
import type { EngineCall, EngineMessage } from '../engine/wire.ts'

/** A running engine, whatever hosts it. */
export type EngineProcess = {
  send: (call: EngineCall) => void
  onMessage: (listener: (message: EngineMessage) => void) => void
  /** Called once, with words for the log. */
  onExit: (listener: (how: string) => void) => void
  end: () => void
}

const entry = join(import.meta.dirname, '..', 'engine', 'engine.js')
const nodeOptions = ['--disable-proto=throw', '--max-old-space-size=1024']
/** Young values fill two halves of 16 MB at most: Node itself goes up to 64 MB, an engine in Electron stays below 16 anyway. */
const smallYoungGeneration = '--max-semi-space-size=16'

/**
 * Starts the engine. This file alone knows in what: a utility process of Electron when packaged; in development and tests
 * a child of the Node that npm installs, because the Electron there may be too old for the store's native library.
 * @param log receives the lines that the engine writes about itself
 */
export function startEngine(log: (line: string) => void): EngineProcess {
  return app.isPackaged ? utilityHost(log) : nodeHost(log)
}

function utilityHost(log: (line: string) => void): EngineProcess {
  const child = utilityProcess.fork(entry, [], {
    serviceName: 'Tickmark engine',
    env: environment(),
    execArgv: nodeOptions,
    stdio: 'pipe',
  })
  child.stdout?.resume()
  eachLine(child.stderr, log)
  return {
    send: (call) => child.postMessage(call),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', (code) => listener(`code ${code}`)),
    end: () => child.kill(),
  }
}

function nodeHost(log: (line: string) => void): EngineProcess {
  const child = fork(entry, [], {
    execPath: developmentNode(),
    execArgv: [...nodeOptions, smallYoungGeneration],
    env: { ...environment(), TICKMARK_CHECKS_RESULTS: '1' },
    // JSON, the default, breaks byte arrays.
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  eachLine(child.stderr, log)
  return {
    // A dead channel is told by the exit, not here.
    send: (call) => void child.send(call, () => {}),
    onMessage: (listener) => child.on('message', (message) => listener(message as EngineMessage)),
    onExit: (listener) => {
      let told = false
      const tell = (how: string) => {
        if (!told) listener(how)
        told = true
      }
      child.once('exit', (code, signal) => tell(signal ?? `code ${code}`))
      child.once('error', (error) => tell(error.message))
    },
    end: () => {
      if (child.connected) child.disconnect()
    },
  }
}

function developmentNode(): string {
  const installed = join(import.meta.dirname, '..', '..', 'node_modules', '.bin', 'node')
  return existsSync(installed) ? installed : (process.env['TICKMARK_NODE'] ?? 'node')
}

/** The engine gets what it needs of the surroundings, not all of them: a variable can change what a process loads. */
function environment(): Record<string, string> {
  const names = [
    'HOME',
    'LANG',
    'LC_ALL',
    'LC_TIME',
    'LOCALAPPDATA',
    'PATH',
    'SystemRoot',
    'TEMP',
    'TMP',
    'TMPDIR',
    'TZ',
    'USERPROFILE',
  ]
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  )
}

function eachLine(stream: NodeJS.ReadableStream | null, log: (line: string) => void): void {
  let rest = ''
  stream?.setEncoding('utf8')
  stream?.on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) log(line)
  })
}
