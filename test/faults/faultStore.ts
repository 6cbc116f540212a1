import { join } from 'node:path'
import type { FileRef } from '../../shared/contract/values.ts'
import { control } from '../engine/auditors.ts'
import { openTestEngine, testPassphrase, type TestEngine } from '../engine/openTestEngine.ts'
import { EngineProcess } from './engineProcess.ts'

/** A store with an engagement and one control, and the engine process that works in it: a test may do harm to both. */
export class FaultStore {
  readonly folder: string
  readonly store: FileRef
  readonly engagementId: string
  readonly controlId: string
  engine: EngineProcess
  readonly #maker: TestEngine

  private constructor(maker: TestEngine, engine: EngineProcess, ids: { engagementId: string; controlId: string }) {
    this.#maker = maker
    this.folder = maker.folder
    this.store = maker.storeFolder
    this.engagementId = ids.engagementId
    this.controlId = ids.controlId
    this.engine = engine
  }

  /**
   * Makes the store in this process, where a passphrase may be cheap, and opens it in one of its own.
   * @param prepare puts more into it before
   */
  static async open(prepare?: (maker: TestEngine, engagementId: string) => Promise<void>): Promise<FaultStore> {
    const maker = await openTestEngine()
    const { engagementId } = await maker.call('engagement.create', {
      client: 'Northwind Ledger, Inc.',
      reportType: 'type2',
      period: { start: '2025-10-01', end: '2026-09-30' },
      categories: ['security'],
    })
    const { controlId } = await maker.call('control.save', { engagementId, ...control })
    await prepare?.(maker, engagementId)
    await maker.call('store.lock', {})
    const store = new FaultStore(maker, await EngineProcess.start(), { engagementId, controlId })
    await store.unlock()
    return store
  }

  /** @returns a path in a folder that is removed with the store */
  at(name: string): FileRef {
    return join(this.folder, name) as FileRef
  }

  async unlock(folder: FileRef = this.store): Promise<void> {
    await this.engine.call('store.open', { folder, passphrase: testPassphrase })
  }

  /** Kills the engine, as a power cut would end it, and opens the store, or another, in a new one. */
  async killAndReopen(folder: FileRef = this.store): Promise<void> {
    await this.engine.kill()
    await this.reopen(folder)
  }

  /**
   * Opens the store, or another, in a new engine after the one before is gone.
   * @param under what the engine is run by
   */
  async reopen(folder: FileRef = this.store, under: readonly string[] = []): Promise<void> {
    this.engine = await EngineProcess.start(under)
    await this.unlock(folder)
  }

  async remove(): Promise<void> {
    await this.engine.kill()
    await this.#maker.close()
  }
}
