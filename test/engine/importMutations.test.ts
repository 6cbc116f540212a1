import { open, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { DomainError } from '../../shared/errors/domainError.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { control } from './auditors.ts'
import { sync, teamOf } from './exchangeTeam.ts'
import type { TestEngine } from './openTestEngine.ts'
import { treeDigest } from './treeDigest.ts'

const chunk = 65_536 + 16
/** A byte in so many is changed behind the header; every single one of a bundle is in bundleFormatTampering. */
const stride = 11

let ben: TestEngine
let file: FileRef
let sealed: Buffer
let payload: number
let before: string

/** A small file that holds an entry and its evidence, and that is taken as it stands. */
beforeEach(async () => {
  const { engines, folder, engagementId, controlId } = await teamOf('Ann Lee', 'Ben Roth')
  const [ann, second] = engines as [TestEngine, TestEngine]
  ben = second
  await sync(ann, engagementId)
  await ann.call('control.save', { engagementId, controlId, ...control, title: 'Approval of changes' })
  const evidence = join(ann.folder, 'approval.txt') as FileRef
  await writeFile(evidence, 'approved by Q. Wolf')
  await ann.call('evidence.attach', { target: { entity: 'control', id: controlId }, file: evidence })
  const { left } = await sync(ann, engagementId)
  sealed = await readFile(join(folder, left?.file ?? ''))
  payload = sealed.indexOf('\n', sealed.indexOf('\n---') + 1) + 1
  file = join(ben.folder, 'received.tickmark') as FileRef
  await writeFile(file, sealed)
  before = await treeDigest(ben.storeFolder)
})

async function codeOf(): Promise<string> {
  return ben.call('bundle.import', { file }).then(
    () => 'accepted',
    (error: unknown) => {
      if (error instanceof DomainError) return error.code
      throw error
    },
  )
}

describe('a store that is handed what was altered on the way', () => {
  it(
    'is not changed by a single byte, whichever byte was flipped, and takes the file as it was',
    { timeout: 240_000 },
    async () => {
      const accepted: number[] = []
      const handle = await open(file, 'r+')
      for (let at = 0; at < sealed.length; at += at < payload ? 1 : stride) {
        const original = sealed[at] ?? 0
        await handle.write(Uint8Array.of(original ^ (1 << (at & 7))), 0, 1, at)
        if ((await codeOf()) === 'accepted') accepted.push(at)
        await handle.write(Uint8Array.of(original), 0, 1, at)
      }
      await handle.close()
      expect(accepted).toEqual([])
      expect(await treeDigest(ben.storeFolder)).toBe(before)
      expect(await codeOf()).toBe('accepted')
      expect(await treeDigest(ben.storeFolder)).not.toBe(before)
    },
  )

  it(
    'is not changed by a file that was cut near any edge, or that goes on after its end',
    { timeout: 60_000 },
    async () => {
      const edges = [0, payload, payload + 16, ...rangeOf(payload + 16, sealed.length, chunk), sealed.length]
      const cuts = new Set(edges.flatMap((edge) => [edge - 17, edge - 16, edge - 1, edge, edge + 1, edge + 16]))
      const codes = new Set<string>()
      for (const at of [...cuts].filter((cut) => cut >= 0 && cut < sealed.length)) {
        await writeFile(file, sealed)
        await truncate(file, at)
        codes.add(await codeOf())
      }
      for (const tail of [Buffer.from([0]), Buffer.alloc(512), sealed]) {
        await writeFile(file, Buffer.concat([sealed, tail]))
        codes.add(await codeOf())
      }
      expect([...codes].toSorted()).toEqual(['bundle.damaged', 'bundle.incomplete', 'bundle.not_a_bundle'])
      expect(await treeDigest(ben.storeFolder)).toBe(before)
    },
  )
})

function rangeOf(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.ceil((to - from) / step) }, (_, place) => from + place * step)
}
