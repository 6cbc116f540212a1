import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { at, openTesting } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine
let engagementId: string
let cell: { procedureId: string; sampleItemId: string; attribute: string }

beforeEach(async () => {
  const opened = await openTesting()
  ;({ engine, engagementId } = opened)
  cell = { procedureId: opened.procedureId, sampleItemId: at(opened.sample.items, 0).sampleItemId, attribute: 'A' }
})
afterEach(() => engine.close())

const note = async () => {
  const { results } = await engine.call('result.sheet', { procedureId: cell.procedureId })
  return results[0]?.note ?? ''
}
const write = (text: string) => engine.call('result.record', { ...cell, note: text })

describe('doing again what was undone', () => {
  it('says what it did, and ends with the next thing that is typed', async () => {
    await write('one')
    await engine.call('journal.undo', { engagementId })
    expect(await engine.call('journal.redo', { engagementId })).toMatchObject({ redone: 'result.record' })
    expect(await note()).toBe('one')
    await engine.call('journal.undo', { engagementId })
    await write('two')
    await expect(engine.call('journal.redo', { engagementId })).rejects.toMatchObject({
      code: 'journal.nothing_to_redo',
    })
    expect(await note()).toBe('two')
  })

  it('goes back and forth through any typing as a text editor does', async () => {
    let runs = 0
    const refused: unknown[] = []
    const step = fc.oneof(fc.constantFrom('undo' as const, 'redo' as const), fc.nat({ max: 99 }))
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        runs += 1
        const start = `start ${runs}`
        await write(start)
        // What a text editor would hold: what can be undone, what is shown, what can be done again.
        const undo: string[] = []
        const redo: string[] = []
        let shown = start
        for (const [place, what] of steps.entries()) {
          if (what === 'undo' && undo.length > 0) {
            await engine.call('journal.undo', { engagementId })
            redo.push(shown)
            shown = undo.pop() ?? ''
          } else if (what === 'redo' && redo.length > 0) {
            await engine.call('journal.redo', { engagementId })
            undo.push(shown)
            shown = redo.pop() ?? ''
          } else if (what === 'redo') {
            refused.push(
              await engine.call('journal.redo', { engagementId }).catch(({ code }: { code: string }) => code),
            )
          } else if (typeof what === 'number') {
            undo.push(shown)
            redo.length = 0
            shown = `${place}: ${what}`
            await write(shown)
          }
          expect(await note()).toBe(shown)
        }
      }),
      { numRuns: 40 },
    )
    expect(new Set(refused)).toEqual(new Set(['journal.nothing_to_redo']))
    expect(await engine.call('journal.verify', { engagementId })).toMatchObject({ valid: true })
  })
})
