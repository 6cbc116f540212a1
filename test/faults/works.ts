import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileRef } from '../../shared/contract/values.ts'
import { control } from '../engine/auditors.ts'
import { testPassphrase } from '../engine/openTestEngine.ts'
import type { EngineProcess } from './engineProcess.ts'
import type { Work } from './killRounds.ts'

/** Does a thing again and again, each time under another name of the round. */
async function again(round: number, once: (name: string) => Promise<void>): Promise<void> {
  for (let place = 0; ; place += 1) await once(`R${round}-${place}`)
}

/** Controls are written and signed off, one after the other. */
export function typing(engagementId: string): Work {
  return {
    name: 'typing',
    go: (engine, round, answered) =>
      again(round, async (ref) => {
        const { controlId: id } = await engine.call('control.save', { engagementId, ...control, ref })
        answered(ref)
        const { signOffId } = await engine.call('signOff.add', { target: { entity: 'control', id }, role: 'preparer' })
        answered(signOffId)
      }),
    holds: async (engine) => {
      const controls = await controlsOf(engine, engagementId)
      const signOffs = await everyPage(async (offset) => {
        const page = await engine.call('signOff.list', { engagementId, offset, limit: 1000 })
        return page.signOffs
      })
      return new Set([...controls.map(({ ref }) => ref), ...signOffs.map(({ signOffId }) => signOffId)])
    },
  }
}

/** A list of so many rows is imported. */
export function importing(engagementId: string, file: FileRef, rows: number): Work {
  return {
    name: 'import',
    go: (engine, round, answered) =>
      again(round, async (name) => {
        await engine.call('population.import', { engagementId, name, file, columns: { itemId: 'id', date: 'day' } })
        answered(name)
      }),
    holds: async (engine) => {
      const { populations } = await engine.call('population.list', { engagementId })
      const half = populations.find((one) => /^R\d/.test(one.name) && (one.rows !== rows || one.unsettled > 0))
      if (half !== undefined) throw new Error(`There is a population by half: ${half.name}`)
      return new Set(populations.map(({ name }) => name))
    },
  }
}

/** Samples are drawn. */
export function drawing(engagementId: string, controlId: string, populationId: string): Work {
  return {
    name: 'draw',
    go: (engine, round, answered) =>
      again(round, async () => {
        const drawn = await engine.call('sample.draw', {
          populationId,
          controlId,
          method: 'random',
          size: 25,
          reason: 'Again.',
        })
        answered(`${drawn.sampleId} of ${drawn.items.length}`)
      }),
    holds: async (engine) => {
      const { samples } = await engine.call('sample.list', { engagementId })
      return new Set(samples.map(({ sampleId, size }) => `${sampleId} of ${size}`))
    },
  }
}

/** Bundles are written to a stick, where none lies by half once the store is opened again. */
export function exporting(engagementId: string, stick: string, recipient: string): Work {
  return {
    name: 'export',
    go: (engine, round, answered) =>
      again(round, async (name) => {
        const file = join(stick, `${name}.tickmark`) as FileRef
        const { sha256 } = await engine.call('bundle.export', { engagementId, file, recipients: [recipient] })
        answered(`${name}.tickmark ${sha256}`)
      }),
    holds: async (engine) => {
      const facts = new Set<string>()
      for (const name of await readdir(stick)) {
        const file = join(stick, name) as FileRef
        const { valid } = await engine.call('bundle.inspect', { file })
        if (!valid) throw new Error(`There is a bundle by half: ${name}`)
        facts.add(
          `${name} ${createHash('sha256')
            .update(await readFile(file))
            .digest('hex')}`,
        )
      }
      return facts
    },
  }
}

/** What a colleague wrote is taken: bundles of which each holds so many controls more than the one before. */
export function merging(engagementId: string, bundles: readonly FileRef[], controlsEach: number): Work {
  return {
    name: 'merge',
    go: async (engine, _round, answered) => {
      for (const [place, file] of bundles.entries()) {
        await engine.call('bundle.import', { file })
        answered(`bundle ${place}`)
      }
      // All is taken: it goes on taking the last, of which it has everything.
      await again(0, async () => {
        await engine.call('bundle.import', { file: bundles.at(-1) as FileRef })
        answered(`bundle ${bundles.length - 1}`)
      })
    },
    holds: async (engine) => {
      const theirs = (await controlsOf(engine, engagementId)).filter(({ ref }) => ref.startsWith('B-'))
      if (theirs.length % controlsEach !== 0) throw new Error('There is a bundle by half')
      return new Set(Array.from({ length: theirs.length / controlsEach }, (_, place) => `bundle ${place}`))
    },
  }
}

/** The store is encrypted under a new key; that it opened again by its passphrase is what holds. */
export function turningKey(): Work {
  return {
    name: 'rekey',
    go: (engine, round, answered) =>
      again(round, async () => {
        await engine.call('store.rekey', { passphrase: testPassphrase })
        answered('opens')
      }),
    holds: async (engine) => {
      // The key is changed twenty times at most since everybody made a recovery code.
      await engine.call('store.newRecoveryCode', { passphrase: testPassphrase })
      return new Set((await engine.call('store.status', {})).open ? ['opens'] : [])
    },
  }
}

function controlsOf(engine: EngineProcess, engagementId: string): Promise<{ ref: string }[]> {
  return everyPage(async (offset) => {
    const page = await engine.call('control.list', { engagementId, offset, limit: 1000 })
    return page.controls
  })
}

async function everyPage<T>(pageFrom: (offset: number) => Promise<T[]>): Promise<T[]> {
  const all: T[] = []
  for (;;) {
    const page = await pageFrom(all.length)
    if (page.length === 0) return all
    all.push(...page)
  }
}
