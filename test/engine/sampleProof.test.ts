import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { addControl, addPopulation, at, openEngagement, seed } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine | undefined

afterEach(async () => {
  await engine?.close()
  engine = undefined
})

/** Sixty runs over six months and two systems, with ids that a careless shell line would spoil. */
const rows = Array.from({ length: 60 }, (_, place) => {
  const id = place === 0 ? '  back\\slash  ' : place === 1 ? '$(touch spoiled) `id` *' : `Änderung ${place}`
  return `${id},2026-0${1 + Math.floor(place / 10)}-15,${place % 4 === 0 ? 'ledger' : 'billing'}`
})

async function fieldwork(lines: readonly string[] = rows, ref = 'CHG-01') {
  const opened = await openEngagement({ period: { start: '2026-01-01', end: '2026-06-30' } })
  engine = opened.engine
  const controlId = await addControl(engine, opened.engagementId, { ref })
  const columns = { date: 'day', stratum: 'system' }
  const populationId = await addPopulation(engine, opened.engagementId, lines, { columns })
  const proof = join(engine.folder, 'proof') as FileRef
  return { client: engine, controlId, populationId, proof }
}

/** Runs the shell lines of a proof's page, as a third party would who only has bash and what Debian brings. */
async function runPage(folder: string): Promise<string> {
  const page = await readFile(join(folder, 'README.md'), 'utf8')
  const script = [...page.matchAll(/```sh\n(.*?)```/gs)].map(([, lines]) => lines).join('\n')
  const { stdout } = await promisify(execFile)('bash', ['-eu', '-c', script], { cwd: folder })
  return stdout
}

describe('the proof of a selection', () => {
  it('lets bash, sha256sum and sort recompute a random sample with its extension and replacement', async () => {
    const { client, controlId, populationId, proof } = await fieldwork()
    const { sampleId, items } = await client.call('sample.draw', {
      populationId,
      controlId,
      method: 'random',
      size: 12,
      seed: ' 1 $HOME "7" ',
    })
    await client.call('sample.extend', { sampleId, by: 5, reason: 'One deviation.' })
    await client.call('sample.replace', { sampleItemId: at(items, 3).sampleItemId, reason: 'Void.' })
    const { folder, files } = await client.call('sample.proof', { sampleId, file: proof })
    expect(folder).toBe(proof)
    expect(files.map(({ name }) => name)).toEqual([
      'ids.txt',
      'seed.txt',
      'sample.txt',
      'replaced.txt',
      'README.md',
      'SHA256SUMS',
    ])
    expect(await runPage(proof)).toContain('reproduced')
    const drawn = (await readFile(join(proof, 'recomputed.txt'), 'utf8')).trimEnd().split('\n')
    const sample = await client.call('sample.get', { sampleId })
    expect(drawn).toEqual(sample.items.map(({ ticket, itemId }) => `${ticket} ${itemId}`))
    expect(await readdir(proof)).not.toContain('spoiled')
  })

  it('proves a stratified sample stratum by stratum', async () => {
    const { client, controlId, populationId, proof } = await fieldwork()
    const draw = { populationId, controlId, method: 'stratified', stratifyBy: 'month', seed } as const
    const { sampleId } = await client.call('sample.draw', { ...draw, size: 13 })
    await client.call('sample.extend', { sampleId, by: 4, reason: 'One deviation.' })
    await client.call('sample.proof', { sampleId, file: proof })
    const output = await runPage(proof)
    expect(output).toContain('complete')
    expect(output).toContain('reproduced')
    expect((await readFile(join(proof, 'recomputed.txt'), 'utf8')).trimEnd().split('\n')).toHaveLength(17)
    expect(await readFile(join(proof, 'README.md'), 'utf8')).toContain('stratum-1: 2026-01')
  })

  it('proves a systematic sample with the integers of bc', async () => {
    const { client, controlId, populationId, proof } = await fieldwork()
    const { sampleId, items } = await client.call('sample.draw', {
      populationId,
      controlId,
      method: 'systematic',
      size: 7,
      seed,
    })
    await client.call('sample.proof', { sampleId, file: proof })
    expect(await runPage(proof)).toContain('reproduced')
    expect((await readFile(join(proof, 'recomputed.txt'), 'utf8')).trimEnd().split('\n')).toEqual(
      items.map(({ itemId }) => itemId),
    )
  })

  it('fails in the shell once a single id of the list was changed', async () => {
    const { client, controlId, populationId, proof } = await fieldwork()
    const { sampleId } = await client.call('sample.draw', { populationId, controlId, method: 'random', size: 12, seed })
    await client.call('sample.proof', { sampleId, file: proof })
    const ids = join(proof, 'ids.txt')
    await writeFile(ids, (await readFile(ids, 'utf8')).replace('Änderung 59', 'Änderung 60'))
    await expect(runPage(proof)).rejects.toThrow(/ids\.txt/)
  })

  it('says on its page where the sample comes from, without letting a name write into the page', async () => {
    const { client, populationId, controlId, proof } = await fieldwork(rows, 'CHG-01 <b>[x](y)</b>')
    const sample = await client.call('sample.draw', { populationId, controlId, method: 'all' })
    await client.call('sample.proof', { sampleId: sample.sampleId, file: proof })
    const page = await readFile(join(proof, 'README.md'), 'utf8')
    expect(page).toContain('CHG-01 \\<b\\>\\[x\\](y)\\</b\\>')
    expect(page).toContain(`SHA-256 of ids.txt: ${sample.idsSha256}`)
    expect(page).toContain(`SHA-256 of the population file as received: ${sample.populationSha256}`)
    expect(await runPage(proof)).toContain('reproduced')
  })

  it('is not written over anything, not even an empty folder', async () => {
    const { client, controlId, populationId, proof } = await fieldwork()
    const { sampleId } = await client.call('sample.draw', { populationId, controlId, method: 'random', size: 2, seed })
    await mkdir(proof)
    await expect(client.call('sample.proof', { sampleId, file: proof })).rejects.toMatchObject({
      code: 'file.already_exists',
    })
    expect(await readdir(proof)).toEqual([])
    expect((await readdir(client.folder)).filter((name) => name.startsWith('.proof'))).toEqual([])
  })

  it('leaves nothing behind where it cannot be written', async () => {
    const { client, controlId, populationId } = await fieldwork()
    const { sampleId } = await client.call('sample.draw', { populationId, controlId, method: 'random', size: 2, seed })
    const file = join(client.folder, 'missing', 'proof') as FileRef
    await expect(client.call('sample.proof', { sampleId, file })).rejects.toMatchObject({ code: 'file.unwritable' })
  })

  it('does not exist for a targeted selection', async () => {
    const { client, controlId, populationId, proof } = await fieldwork()
    const { sampleId } = await client.call('sample.draw', {
      populationId,
      controlId,
      method: 'targeted',
      itemIds: ['Änderung 5'],
    })
    await expect(client.call('sample.proof', { sampleId, file: proof })).rejects.toMatchObject({
      code: 'sample.not_provable',
    })
    expect(await readdir(client.folder)).not.toContain('proof')
  })
})
