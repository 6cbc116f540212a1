import { copyFile, mkdir, readdir, rename, stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { control } from './auditors.ts'
import { sync, teamOf } from './exchangeTeam.ts'
import { at } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

/** What happens to three people and to the folder in which they meet. */
type Happening =
  | { kind: 'write'; who: number; title: string }
  | { kind: 'sync'; who: number }
  | { kind: 'together' }
  /** A file is not there yet, is there in part, or is there twice. */
  | { kind: 'late' | 'cut' | 'twice'; which: number }

const who = fc.nat(2)
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('write' as const), who, title: fc.constantFrom('One', 'Two', 'Three') }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('sync' as const), who }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'together' as const }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('late' as const, 'cut' as const, 'twice' as const),
      which: fc.nat(9),
    }),
  },
)

/** A folder whose files somebody, or some program, treats badly; what it took away it can bring back. */
class Folder {
  readonly path: FileRef
  readonly #aside: string
  #copies = 0

  constructor(path: string) {
    this.path = path as FileRef
    this.#aside = `${path}-aside`
  }

  async make(): Promise<void> {
    await mkdir(this.path)
    await mkdir(this.#aside)
  }

  async disturb(kind: 'late' | 'cut' | 'twice', which: number): Promise<void> {
    const names = (await readdir(this.path)).toSorted()
    const name = names[which % Math.max(1, names.length)]
    if (name === undefined) return
    const [file, aside] = [join(this.path, name), join(this.#aside, name)]
    this.#copies += 1
    if (kind === 'twice') await this.#double(name, name.replace('.tickmark', ` (${this.#copies}).tickmark`))
    else if (kind === 'late') await rename(file, aside)
    else if (!(await readdir(this.#aside)).includes(name)) {
      await copyFile(file, aside)
      await truncate(file, Math.floor((await stat(file)).size / 2))
    }
  }

  /** The copy of a cut file is cut, and becomes whole with it: otherwise the folder would keep a damaged file for ever. */
  async #double(name: string, copy: string): Promise<void> {
    await copyFile(join(this.path, name), join(this.path, copy))
    const isCut = (await readdir(this.#aside)).includes(name)
    if (isCut) await copyFile(join(this.#aside, name), join(this.#aside, copy))
  }

  async restore(): Promise<void> {
    for (const name of await readdir(this.#aside)) await rename(join(this.#aside, name), join(this.path, name))
  }
}

async function statesOf(engines: readonly TestEngine[], engagementId: string): Promise<string[]> {
  return Promise.all(
    engines.map(async (engine) => {
      const { controls } = await engine.call('control.list', { engagementId })
      const { conflicts } = await engine.call('conflict.list', { engagementId })
      const { total, heads } = await engine.call('journal.list', { engagementId })
      return JSON.stringify({ controls, conflicts, total, heads })
    }),
  )
}

it(
  'three people come to the same papers, conflicts and journal, whatever happens to the files of their folder',
  { timeout: 240_000 },
  async () => {
    const { engines, folder: first, engagementId, controlId } = await teamOf('Ann Lee', 'Ben Roth', 'Cat Voss')
    const written = new Map(engines.map((engine) => [engine, 0]))
    let writes = 0
    const write = async (engine: TestEngine, title: string): Promise<void> => {
      writes += 1
      await engine.call('control.save', { engagementId, controlId, ...control, title: `${title} ${writes}` })
      written.set(engine, (written.get(engine) ?? 0) + 1)
    }
    let runs = 0
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 3, maxLength: 14 }), async (happenings) => {
        runs += 1
        const folder = new Folder(`${first}-${runs}`)
        await folder.make()
        for (const engine of engines) await engine.call('exchange.setFolder', { engagementId, folder: folder.path })
        for (const step of happenings) {
          if (step.kind === 'write') await write(at(engines, step.who), step.title)
          else if (step.kind === 'sync') await sync(at(engines, step.who), engagementId)
          else if (step.kind === 'together') await Promise.all(engines.map((engine) => sync(engine, engagementId)))
          else await folder.disturb(step.kind, step.which)
        }
        await folder.restore()
        for (let round = 0; round < 2; round += 1) for (const engine of engines) await sync(engine, engagementId)
        for (const engine of engines) {
          const nothing = { added: 0, sent: 0, refused: [], waiting: [] }
          await expect(sync(engine, engagementId)).resolves.toMatchObject(nothing)
        }
        expect(new Set(await statesOf(engines, engagementId)).size).toBe(1)
      }),
      { numRuns: 8 },
    )
    for (const [place, [engine, count]] of [...written].entries()) {
      await expect(engine.call('journal.verify', { engagementId })).resolves.toMatchObject({ valid: true })
      const { practitionerId: actorId } = at((await engine.call('practitioner.list', {})).practitioners, 0)
      const saved = { engagementId, command: 'control.save', actorId }
      // The first one also made the control.
      for (const other of engines)
        await expect(other.call('journal.list', saved)).resolves.toMatchObject({
          total: place === 0 ? count + 1 : count,
        })
    }
  },
)
