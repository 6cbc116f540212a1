import { serialize } from 'node:v8'
import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron'
import { DomainError } from '../../shared/errors/domainError.ts'
import { readShellAction } from '../../shared/shell/readShellAction.ts'
import type { CallAnswer } from '../../shared/shell/windowApi.ts'
import type { EngineCalls } from './engineCalls.ts'
import { host, scheme } from './protocol.ts'
import type { ShellActions } from './shellActions.ts'
import type { Windows } from './windows.ts'

const largestCall = 16 * 1024 * 1024
const longestMethod = 100

/** The two doors of a window: calls are relayed to the engine, with the window's file tokens and unread; actions are the shell's. */
export function listenToWindows(windows: Windows, engine: EngineCalls, actions: ShellActions): void {
  ipcMain.handle('call', (event, method: unknown, params: unknown): Promise<CallAnswer> | CallAnswer => {
    const window = senderOf(event)
    const grants = windows.grantsOf(window)
    if (typeof method !== 'string' || method.length > longestMethod)
      return refused('call.unknown_method', { method: String(method) })
    if (serialize(params).byteLength > largestCall) return refused('call.too_large', { limit: largestCall })
    return engine.call(method, params, grants?.all() ?? {})
  })

  ipcMain.handle('shell', (event, asked: unknown, dropped: unknown) => {
    const window = senderOf(event)
    const grants = windows.grantsOf(window)
    const action = readShellAction(asked)
    if (action === undefined || grants === undefined) throw new TypeError('There is no such action of the shell')
    return actions.run(action, { window, grants, dropped: pathsOf(dropped) })
  })
}

/** @throws TypeError when the sender is not the page of one of our windows itself: a frame in it, or a page of elsewhere */
function senderOf({ sender, senderFrame }: IpcMainInvokeEvent): BrowserWindow {
  const window = BrowserWindow.fromWebContents(sender)
  if (window === null || senderFrame === null || senderFrame !== sender.mainFrame)
    throw new TypeError('Refused: not a window')
  const address = new URL(senderFrame.url)
  if (address.protocol !== `${scheme}:` || address.host !== host) throw new TypeError('Refused: not our page')
  return window
}

function refused(code: 'call.unknown_method' | 'call.too_large', details: Record<string, unknown>): CallAnswer {
  return { ok: false, error: new DomainError(code, details).toAnswer() }
}

/** A page can make a file of its own, which has no path. */
function pathsOf(dropped: unknown): string[] {
  return Array.isArray(dropped) ? dropped.filter((path) => typeof path === 'string' && path !== '') : []
}
