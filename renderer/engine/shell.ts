import type { FileRef } from '../../shared/contract/values.ts'
import type { GrantedFile, ShellAction, ShellResults } from '../../shared/shell/shellAction.ts'
import { tellBefore } from './leaving.ts'

/** Asks the shell for what only it can do: dialogs, recent stores, the colour scheme. */
export function askShell<A extends ShellAction>(action: A): Promise<ShellResults[A['kind']]> {
  tellBefore(action.kind)
  return window.tickmark.shell(action)
}

/** @returns files that were dropped on the window, as the shell grants them; what is not a plain file is left out */
export function droppedFiles(files: FileList): Promise<GrantedFile[]> {
  return window.tickmark.shell({ kind: 'droppedFiles' }, [...files])
}

/** @returns a token of the shell where the contract wants a file; the engine swaps it for the path */
export function fileRef(token: string): FileRef {
  return token as FileRef
}
