import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestEngine, type TestEngine, testPassphrase } from './openTestEngine.ts'

let engine: TestEngine
beforeEach(async () => {
  engine = await openTestEngine()
})
afterEach(() => engine.close())

const typed = {
  sittingId: 'one',
  place: '#/e/1/deviations',
  fields: [{ label: 'Condition', text: 'Two of the approv' }],
}
const list = async () => (await engine.call('unsaved.list', {})).unsaved

describe('what was typed and not saved', () => {
  it('is there after a lock for whoever typed it, and for nobody else', async () => {
    const benSays = 'five boats under the long bridge'
    await engine.call('practitioner.add', { name: 'Ben Ruiz', initials: 'BR', role: 'manager', passphrase: benSays })
    await engine.call('unsaved.keep', typed)
    await engine.call('store.lock', {})
    await engine.call('store.open', { folder: engine.storeFolder, passphrase: benSays })
    expect(await list()).toEqual([])
    await engine.call('unsaved.drop', { sittingId: 'one' })
    await engine.call('store.switchUser', { passphrase: testPassphrase })
    expect(await list()).toEqual([{ ...typed, keptAt: '2026-10-20T09:00:00.000+00:00' }])
  })

  it('is forgotten once it was saved, or when its owner says so, and is no entry of the journal', async () => {
    engine.events.length = 0
    await engine.call('unsaved.keep', typed)
    await engine.call('unsaved.keep', { ...typed, fields: [] })
    expect(await list()).toEqual([])
    await engine.call('unsaved.keep', typed)
    await engine.call('unsaved.drop', { sittingId: 'one' })
    expect(await list()).toEqual([])
    expect(engine.events.filter(({ event }) => event === 'entities.changed')).toEqual([])
  })

  it('of more than ten sittings leaves the latest ten', async () => {
    for (let at = 0; at < 12; at += 1) {
      engine.clock.set(`2026-10-20T09:00:${String(at).padStart(2, '0')}Z`)
      await engine.call('unsaved.keep', { ...typed, sittingId: `sitting ${at}` })
    }
    expect((await list()).map(({ sittingId }) => sittingId)).toEqual(
      Array.from({ length: 10 }, (_, at) => `sitting ${11 - at}`),
    )
  })
})
