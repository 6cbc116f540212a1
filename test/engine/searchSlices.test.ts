import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { openEngagement } from './fieldwork.ts'

it('the index takes one long file at a time, so that other work waits for no more', async () => {
  const { engine, engagementId } = await openEngagement()
  onTestFinished(engine.close)
  const words = ['alpha', 'beta', 'gamma']
  for (const word of words) {
    const file = join(engine.folder, `${word}.txt`) as FileRef
    await writeFile(file, `${word} ticket approved\n`.repeat(20_000))
    await engine.call('evidence.attach', { target: { entity: 'engagement', id: engagementId }, file })
  }
  await engine.call('search.update', {})
  const { search } = engine.store()
  search.rebuild()
  let slices = 0
  for (; search.isBehind; slices += 1) search.step()
  expect(slices).toBeGreaterThanOrEqual(words.length)
  for (const word of words) {
    const { hits } = await engine.call('search.query', { text: word })
    expect(hits.map(({ ref }) => ref)).toEqual([`${word}.txt`])
  }
})
