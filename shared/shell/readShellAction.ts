import { isIdleMinutes } from './idleLock.ts'
import type { ShellAction, ThemeChoice } from './shellAction.ts'

const longestLine = 300
const longestCopy = 1_000_000

/**
 * Reads what came from a window, which is trusted with nothing.
 * @returns the action with exactly its known fields, or `undefined` when it is none
 */
export function readShellAction(value: unknown): ShellAction | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const fields = new Map(Object.entries(value))
  const kind = fields.get('kind')
  switch (kind) {
    case 'openFile':
    case 'openFiles': {
      const title = line(fields.get('title'))
      const extensions = extensionList(fields.get('extensions'))
      return title === undefined || extensions === undefined ? undefined : { kind, title, extensions }
    }
    case 'saveFile':
    case 'newFolder': {
      const title = line(fields.get('title'))
      const suggestedName = line(fields.get('suggestedName'))
      return title === undefined || suggestedName === undefined
        ? undefined
        : { kind, title, suggestedName: plainName(suggestedName) }
    }
    case 'openFolder': {
      const title = line(fields.get('title'))
      return title === undefined ? undefined : { kind, title }
    }
    case 'rememberStore':
    case 'forgetStore': {
      const token = line(fields.get('token'))
      return token === undefined ? undefined : { kind, token }
    }
    case 'theme': {
      const choice = fields.get('choice')
      if (choice === undefined) return { kind }
      return isThemeChoice(choice) ? { kind, choice } : undefined
    }
    case 'idleMinutes': {
      const minutes = fields.get('minutes')
      if (minutes === undefined) return { kind }
      return isIdleMinutes(minutes) ? { kind, minutes } : undefined
    }
    case 'copyText': {
      const text = fields.get('text')
      return typeof text === 'string' && text.length <= longestCopy ? { kind, text } : undefined
    }
    case 'print': {
      const documentId = line(fields.get('documentId'))
      return documentId === undefined ? undefined : { kind, documentId }
    }
    case 'writePdf': {
      const documentId = line(fields.get('documentId'))
      const token = line(fields.get('token'))
      return documentId === undefined || token === undefined ? undefined : { kind, documentId, token }
    }
    case 'droppedFiles':
    case 'recentStores':
    case 'handedBundle':
    case 'putBundleAway':
    case 'engineState':
    case 'startEngine':
    case 'lockStore':
    case 'noteCopied':
    case 'forgetCopied':
      return { kind }
    default:
      return undefined
  }
}

/** Whether a value names one of the three themes. */
export function isThemeChoice(value: unknown): value is ThemeChoice {
  return value === 'system' || value === 'light' || value === 'dark'
}

function line(value: unknown): string | undefined {
  return typeof value === 'string' && value.length > 0 && value.length <= longestLine ? value : undefined
}

function extensionList(value: unknown): string[] | undefined {
  if (!Array.isArray(value) || value.length > 20) return undefined
  const all: unknown[] = value
  return all.every((each): each is string => typeof each === 'string' && /^[a-z0-9]{1,12}$/i.test(each))
    ? all
    : undefined
}

/** A suggested name is a name in the folder that the user picks, never a way out of it. */
function plainName(name: string): string {
  return name.replaceAll(/[/\\:*?"<>|\p{Cc}]/gu, '-').replace(/^\.+/, '')
}
