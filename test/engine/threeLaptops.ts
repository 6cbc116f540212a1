import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { conflictsOf } from '../../db/conflict.ts'
import { chainSlices, reachOf } from '../../db/journal/chainSlices.ts'
import { knownChains } from '../../db/journal/knownChains.ts'
import { planMerge } from '../../db/journal/planMerge.ts'
import { sha256Hex, Store } from '../../db/store.ts'
import type { Change } from '../../shared/journal/change.ts'
import type { EntryBody, StoredEntry } from '../../shared/journal/entry.ts'
import { IncomingEntries } from '../../shared/journal/incoming.ts'
import { admissible, requireKnowledge } from '../../shared/journal/knowledge.ts'

/** A laptop with a real store, without keyring and engine: only its journal and tables. */
export class Laptop {
  readonly name: string
  readonly store: Store
  /** The engagement that it works on; one store serves many histories. */
  engagementId = 'E'
  readonly #folder: string

  constructor(name: string) {
    this.name = name
    this.#folder = mkdtempSync(join(tmpdir(), 'tickmark-laptop-'))
    this.store = Store.create(this.#folder, Buffer.alloc(32, 7), { storeId: name, deviceId: name, createdAt: '' })
  }

  write(changes: Change[], milliseconds: number): EntryBody {
    return this.store.transaction(() =>
      this.store.append({
        engagementId: this.engagementId,
        actorId: this.name,
        command: 'control.save',
        changes,
        now: { milliseconds, at: '2026-10-20T09:00:00.000+00:00' },
      }),
    )
  }

  /** Every entry that this laptop holds, device by device. */
  entries(): StoredEntry[] {
    const { engagementId, store } = this
    const { reader } = store
    return [...chainSlices(reader, engagementId, { upTo: reachOf(reader, engagementId) }, 1000)].flat()
  }

  /** Takes what can be taken of what another laptop left, of each device at most the first `most` entries. */
  receive(entries: readonly StoredEntry[], most = Infinity): number {
    const { engagementId } = this
    const known = knownChains(this.store.reader, engagementId)
    const incoming = new IncomingEntries(engagementId, sha256Hex, known)
    for (const entry of entries) incoming.take(entry)
    const offered = incoming.fresh.filter(({ entry }) => entry.seq <= most)
    const { admitted } = admissible(offered, known)
    requireKnowledge(admitted, known)
    this.store.transaction(() => this.store.merge(planMerge(this.store.reader, engagementId, admitted)))
    return admitted.length
  }

  conflictIds(): string[] {
    return conflictsOf(this.store.reader, this.engagementId).map(({ conflictId }) => conflictId)
  }

  close(): void {
    this.store.close()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
