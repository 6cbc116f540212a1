import type { ErrorAnswer } from '../errors/domainError.ts'
import type { EngineState } from './engineState.ts'

/** A file or folder that the user chose: a token in place of its path, and its name to show. */
export type GrantedFile = { token: string; name: string }

/** A store that was opened on this computer before. `folder` is for reading, not for use as a path. */
export type RecentStore = GrantedFile & { folder: string }

export type ThemeChoice = 'system' | 'light' | 'dark'

/** How printing ended. Errors travel as data; `done` is false when the user cancelled. */
export type PrintAnswer = { ok: true; done: boolean } | { ok: false; error: ErrorAnswer }

/** What a window may ask of the shell. Extensions are without a dot; none means any file. */
export type ShellAction =
  | { kind: 'openFile' | 'openFiles'; title: string; extensions: string[] }
  | { kind: 'saveFile' | 'newFolder'; title: string; suggestedName: string }
  | { kind: 'openFolder'; title: string }
  | { kind: 'droppedFiles' }
  | { kind: 'recentStores' }
  /** The bundle that the system handed over, as a double click on one does; and that it needs no more attention. */
  | { kind: 'handedBundle' | 'putBundleAway' }
  | { kind: 'rememberStore' | 'forgetStore'; token: string }
  | { kind: 'engineState' }
  | { kind: 'startEngine' }
  | { kind: 'theme'; choice?: ThemeChoice }
  /** Without minutes it is only asked for; 0 is never. */
  | { kind: 'idleMinutes'; minutes?: number }
  | { kind: 'lockStore' }
  | { kind: 'copyText'; text: string }
  /** Something was copied out of the page; and what was copied is to be forgotten. */
  | { kind: 'noteCopied' | 'forgetCopied' }
  /** `documentId` is of a document that the engine prepared; `token` of the place that a dialog gave. */
  | { kind: 'print'; documentId: string }
  | { kind: 'writePdf'; documentId: string; token: string }

/** What the shell answers, by kind; `null` means that the user cancelled. */
export type ShellResults = {
  openFile: GrantedFile | null
  openFiles: GrantedFile[]
  saveFile: GrantedFile | null
  newFolder: GrantedFile | null
  openFolder: GrantedFile | null
  droppedFiles: GrantedFile[]
  recentStores: RecentStore[]
  handedBundle: GrantedFile | null
  putBundleAway: null
  rememberStore: null
  forgetStore: null
  engineState: EngineState
  startEngine: null
  theme: { choice: ThemeChoice; dark: boolean }
  /** After how many minutes a store locks that nobody works in. */
  idleMinutes: number
  lockStore: null
  copyText: null
  noteCopied: null
  forgetCopied: null
  print: PrintAnswer
  writePdf: PrintAnswer
}
