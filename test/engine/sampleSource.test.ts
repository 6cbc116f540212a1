import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { evidenceFolder } from '../../db/blobs/evidenceFolder.ts'
import { putBlob } from '../../db/blobs/putBlob.ts'
import { RowsFile } from '../../db/population/rowsFile.ts'
import { Store } from '../../db/store.ts'
import { packRows } from '../../electron/engine/table/packedRows.ts'
import { loadSource, sha256OfIds } from '../../electron/engine/sample/source.ts'
import { create } from '../../shared/journal/change.ts'

const now = { milliseconds: Date.parse('2026-10-20T09:00:00Z'), at: '2026-10-20T09:00:00.000+00:00' }

let folder: string
let store: Store

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tickmark-test-'))
  store = Store.create(folder, randomBytes(32), { storeId: 's', deviceId: 'd', createdAt: now.at })
})
afterEach(async () => {
  store.close()
  await rm(folder, { recursive: true, force: true })
})

/** A population that was concluded on while it held `concluded`, and whose rows now hold `found`. */
async function population(concluded: readonly string[], found: readonly string[]): Promise<void> {
  const file = new RowsFile()
  for (const [place, itemId] of found.entries()) {
    const row = place + 2
    file.add({ row, itemId, day: null, stratum: null, amount: null }, packRows([{ row, cells: [itemId] }]), 0)
  }
  const random = (size: number) => randomBytes(size)
  const blob = await putBlob({ folder: evidenceFolder(folder), source: file.end(), random })
  store.keepEvidenceFile({ ...blob, key: Buffer.from(blob.key) })
  store.populationRows.keepPlaces('population', file.places)
  const duplicates = found
    .map((itemId, place) => ({ itemId, row: place + 2, identical: true }))
    .filter(({ itemId }) => found.filter((other) => other === itemId).length > 1)
  store.populationRows.keepFound('population', {
    duplicates,
    duplicateRows: duplicates.length,
    lookAlikes: [],
    sequences: [],
    days: new Map(),
    leftOut: [],
  })
  const changes = create('population', 'population', {
    name: 'Changes',
    fileName: 'changes.csv',
    format: 'csv',
    sha256: '0'.repeat(64),
    rowsSha256: blob.sha256,
    rows: found.length,
    columns: { itemId: 'id' },
    header: ['id'],
    encoding: 'utf-8',
    delimiter: ',',
    rejectedRows: 0,
    source: {},
    importedAt: now.at,
    complete: true,
    accurate: true,
    drawable: concluded.length,
    idsSha256: sha256OfIds(concluded.map((itemId, place) => ({ row: place + 2, itemId, date: null, stratum: null }))),
  })
  store.transaction(() =>
    store.append({ engagementId: 'e', actorId: 'p', command: 'population.conclude', changes, now }),
  )
}

describe('what may be drawn from', () => {
  it('is the list that was concluded on; sha256sum of its ids gives the committed hash', async () => {
    await population(['a', 'b'], ['a', 'b'])
    const { items, idsSha256 } = loadSource(store.reader, 'population')
    expect(items.map(({ itemId }) => itemId)).toEqual(['a', 'b'])
    // printf 'a\nb\n' | sha256sum
    expect(idsSha256).toBe('911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2')
  })

  it.each([
    ['a row differs', ['a', 'c']],
    ['a row is missing', ['a']],
    ['rows changed places', ['b', 'a']],
    ['an id has a space more', ['a', 'b ']],
  ])('is refused when %s', async (_what, found) => {
    await population(['a', 'b'], found)
    expect(() => loadSource(store.reader, 'population')).toThrow(/not the ones that were concluded on/)
  })

  it('is refused when an id occurs twice, whatever was concluded', async () => {
    await population(['a', 'a'], ['a', 'a'])
    expect(() => loadSource(store.reader, 'population')).toThrow(/occurs more than once/)
  })
})
