import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { GrantedFile } from '../../shared/shell/shellAction.ts'

/** A window that never closes must not collect paths without end: the oldest are forgotten. */
const most = 1000

/** The paths that the user of one window chose in native dialogs, each behind a random token. */
export class WindowGrants {
  readonly #paths = new Map<string, string>()

  /** @returns what the window gets in place of the path */
  grant(path: string): GrantedFile {
    const token = randomUUID()
    this.#paths.set(token, path)
    const [oldest] = this.#paths.keys()
    if (this.#paths.size > most && oldest !== undefined) this.#paths.delete(oldest)
    return { token, name: basename(path) }
  }

  /** @returns the path behind a token of this window */
  pathOf(token: string): string | undefined {
    return this.#paths.get(token)
  }

  /** @returns all tokens and paths, as they go with every call of this window */
  all(): Record<string, string> {
    return Object.fromEntries(this.#paths)
  }
}
