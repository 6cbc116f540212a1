import { asStoreError } from '../../db/sqlite.ts'
import type { Store } from '../../db/store.ts'
import type { Practitioner, StoreState } from '../../shared/contract/store.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import { OpenedBundles } from './prior/openedBundles.ts'
import { PrintDocuments } from './print/printDocuments.ts'
import { openNotices } from './store/lostHistory.ts'
import { practitionerOf } from './store/practitioners.ts'
import { rememberHeads } from './store/rememberedHeads.ts'
import { WrongTries } from './store/wrongTries.ts'

/** An open store and who is signed in to it, with the key that they alone sign with. */
export type OpenStore = { store: Store; practitioner: Practitioner; dataKey: Buffer; signingKey: Buffer }

/** How often the heads are remembered while somebody works, in milliseconds. */
const betweenMarks = 30_000

/** What the engine holds between calls: one store or none. */
export class Session {
  readonly version: string
  readonly wrongTries = new WrongTries()
  readonly prints = new PrintDocuments()
  readonly openedBundles = new OpenedBundles()
  #open: OpenStore | null = null
  #rememberedAt = 0
  #isOpening = false

  constructor(version: string) {
    this.version = version
  }

  /** @throws DomainError `store.locked` */
  get open(): OpenStore {
    if (this.#open === null) throw new DomainError('store.locked')
    return this.#open
  }

  get isOpen(): boolean {
    return this.#open !== null
  }

  /**
   * Opens a store where none is open or being opened: a second opening would take the lock of the first from its file, and would
   * be a guess at a passphrase for which nobody waited.
   * @throws DomainError `store.already_open`, and what the opening throws
   */
  async whileClosed<T>(open: () => Promise<T>): Promise<T> {
    if (this.isOpen || this.#isOpening) throw new DomainError('store.already_open')
    this.#isOpening = true
    try {
      return await open()
    } finally {
      this.#isOpening = false
    }
  }

  /** @throws DomainError `store.already_open` */
  signIn(open: OpenStore): void {
    if (this.#open !== null) throw new DomainError('store.already_open')
    this.#open = open
  }

  /** Another practitioner of the open store takes over; the signing key of the one before is overwritten, and what they were to print forgotten. */
  handOver(practitioner: Practitioner, signingKey: Buffer): void {
    const { store, dataKey, signingKey: before } = this.open
    this.prints.clear()
    this.openedBundles.clear()
    before.fill(0)
    this.#open = { store, dataKey, practitioner, signingKey }
  }

  /** The same store under a new data key, in the place of the one that was closed; the old key is overwritten. */
  turn(store: Store, dataKey: Buffer): void {
    const { practitioner, signingKey, dataKey: before } = this.open
    before.fill(0)
    this.#open = { store, dataKey, practitioner, signingKey }
  }

  /** Reads anew who is signed in, after somebody's role was changed. */
  lookAtPeople(): void {
    const open = this.open
    this.#open = { ...open, practitioner: practitionerOf(open.store.reader, open.practitioner.practitionerId) }
  }

  /** Remembers where the journals of the store end, outside of its file. A store that lost history is not taken for the newest. */
  rememberHeads(): void {
    const { store } = this.open
    try {
      if (openNotices(store.reader).length === 0) rememberHeads(store)
    } catch (error) {
      // A hint only: no work fails, and nothing stays unlocked, because a disk is full, a folder was moved or a page is damaged.
      if (!(asStoreError(error) instanceof DomainError)) throw error
    }
  }

  /** The same after a commit, yet not after each: the disk is waited for. */
  noteCommit(milliseconds: number): void {
    if (milliseconds - this.#rememberedAt < betweenMarks) return
    this.#rememberedAt = milliseconds
    this.rememberHeads()
  }

  /** Remembers its heads, closes the store and overwrites its key, whatever comes of the first. */
  lock(): void {
    try {
      if (this.#open !== null) this.rememberHeads()
    } finally {
      this.forget()
    }
  }

  /** Closes the store, overwrites its keys, forgets what waits to be printed; remembers nothing of the store. */
  forget(): void {
    this.prints.clear()
    this.openedBundles.clear()
    this.#open?.store.close()
    this.#open?.dataKey.fill(0)
    this.#open?.signingKey.fill(0)
    this.#open = null
  }

  state(): StoreState {
    return {
      open: this.isOpen,
      storeId: this.#open?.store.identity.storeId ?? null,
      practitioner: this.#open?.practitioner ?? null,
      version: this.version,
      notices: this.#open === null ? [] : openNotices(this.#open.store.reader),
    }
  }
}
