import type { EngineCall, EngineMessage } from './wire.ts'

/** The process that forked the engine: Electron's main process, by its port, or a Node parent, by its channel. */
export type Parent = {
  send: (message: EngineMessage) => void
  onCall: (listener: (call: EngineCall) => void) => void
  onGone: (listener: () => void) => void
}

/** What Electron adds to `process` inside a utility process. */
type ParentPort = {
  postMessage: (message: unknown) => void
  on: (event: 'message', listener: (message: { data: unknown }) => void) => void
}

/** @returns the parent of this process; @throws TypeError when nothing forked it */
export function parentOf(process: NodeJS.Process & { parentPort?: ParentPort }): Parent {
  const { parentPort } = process
  if (parentPort !== undefined) {
    return {
      send: (message) => parentPort.postMessage(message),
      onCall: (listener) => parentPort.on('message', ({ data }) => listener(data as EngineCall)),
      // Electron ends a utility process by a signal.
      onGone: (listener) => process.once('SIGTERM', listener),
    }
  }
  if (process.send === undefined) throw new TypeError('The engine is started by the application or by a test')
  return {
    // Whoever forked it may be gone: then it ends, and nobody waits for the message.
    send: (message) => process.send?.(message, undefined, undefined, () => undefined),
    onCall: (listener) => process.on('message', (call) => listener(call as EngineCall)),
    onGone: (listener) => process.once('disconnect', listener),
  }
}
