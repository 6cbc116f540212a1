import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectFolder } from '../../electron/dev/projectFolder.ts'

const config = join(projectFolder, '.dependency-cruiser.json')

/** What the imports below lead to. */
const targets: Record<string, string> = {
  'package.json': JSON.stringify({
    dependencies: { zod: '*', 'better-sqlite3': '*' },
    devDependencies: { electron: '*', react: '*', vite: '*' },
  }),
  ...Object.fromEntries(
    ['zod', 'better-sqlite3', 'electron', 'react', 'vite', 'stowaway'].flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
      [`node_modules/${name}/index.js`, 'module.exports = {}'],
    ]),
  ),
  'shared/contract/engagement.ts': 'export type A = 1; export const schema = 1',
  'shared/rule.ts': 'export type A = 1; export const rule = 1',
  'db/egg.ts': "import { chicken } from './chicken.ts'; export const egg = chicken",
  'db/store.ts': 'export type A = 1; export const store = 1',
  'electron/engine/wire.ts': 'export type A = 1; export const wire = 1',
  'electron/engine/engine.ts': 'export type A = 1; export const engine = 1',
  'electron/main/windows.ts': 'export const windows = 1',
  'electron/dev/build.ts': 'export const build = 1',
  'renderer/screen.tsx': 'export const screen = 1',
  'resources/list.json': '[]',
  'test/harness.ts': 'export const harness = 1',
}

/** Each offending file: the rule that has to name it, its path, its text. */
const offences: [rule: string, path: string, text: string][] = [
  ['no-cycle', 'db/chicken.ts', "import { egg } from './egg.ts'; export const chicken = egg"],
  ['renderer-imports-shared-only', 'renderer/a.ts', "import { engine } from '../electron/engine/engine.ts'; engine"],
  ['renderer-imports-shared-only', 'renderer/b.ts', "import type { A } from '../db/store.ts'; export type B = A"],
  [
    'renderer-imports-shared-only',
    'renderer/c.tsx',
    "export const later = () => import('../electron/engine/engine.ts')",
  ],
  [
    'renderer-takes-contract-as-types',
    'renderer/d.ts',
    "import { schema } from '../shared/contract/engagement.ts'; schema",
  ],
  ['renderer-takes-contract-as-types', 'renderer/e.ts', "export { schema } from '../shared/contract/engagement.ts'"],
  ['renderer-has-no-node', 'renderer/f.ts', "import { readFile } from 'node:fs'; readFile"],
  ['renderer-has-no-electron', 'renderer/g.ts', "import { ipcRenderer } from 'electron'; ipcRenderer"],
  ['shared-imports-nothing-of-ours', 'shared/a.ts', "import { store } from '../db/store.ts'; store"],
  [
    'shared-imports-nothing-of-ours',
    'shared/b.ts',
    "import list from '../resources/list.json' with { type: 'json' }; list",
  ],
  ['shared-is-pure', 'shared/c.ts', "import { createHash } from 'node:crypto'; createHash"],
  ['shared-needs-no-host', 'shared/d.ts', "import { useState } from 'react'; useState"],
  ['shared-needs-no-host', 'shared/e.ts', "import { app } from 'electron'; app"],
  ['db-imports-shared-only', 'db/a.ts', "import { engine } from '../electron/engine/engine.ts'; engine"],
  ['engine-knows-no-electron', 'electron/engine/a.ts', "import { app } from 'electron'; app"],
  ['engine-knows-no-electron', 'electron/cli/a.ts', "import { windows } from '../main/windows.ts'; windows"],
  ['main-is-a-thin-shell', 'electron/main/a.ts', "import { store } from '../../db/store.ts'; store"],
  ['main-is-a-thin-shell', 'electron/main/b.ts', "import { engine } from '../engine/engine.ts'; engine"],
  ['main-is-a-thin-shell', 'electron/preload.ts', "import { engine } from './engine/engine.ts'; engine"],
  ['main-takes-the-wire-as-types', 'electron/main/c.ts', "import { wire } from '../engine/wire.ts'; wire"],
  ['only-db-opens-the-store', 'electron/main/d.ts', "import Database from 'better-sqlite3'; Database"],
  ['only-db-opens-the-store', 'electron/engine/b.ts', "import Database from 'better-sqlite3'; Database"],
  [
    'product-imports-no-tests-and-no-tools',
    'electron/engine/c.ts',
    "import { harness } from '../../test/harness.ts'; harness",
  ],
  ['product-imports-no-tests-and-no-tools', 'electron/main/e.ts', "import { build } from '../dev/build.ts'; build"],
  ['product-needs-declared-packages', 'electron/engine/d.ts', "import { build } from 'vite'; build"],
  ['product-needs-declared-packages', 'db/b.ts', "import stowaway from 'stowaway'; stowaway"],
  ['import-exists', 'db/c.ts', "import { gone } from './gone.ts'; gone"],
]

/** Imports that run the right way. */
const allowed: [path: string, text: string][] = [
  [
    'renderer/ok.ts',
    "import type { A } from '../shared/contract/engagement.ts'; import { rule } from '../shared/rule.ts'; import { useState } from 'react'; rule; useState; export type B = A",
  ],
  ['shared/ok.ts', "import { z } from 'zod'; z"],
  [
    'db/ok.ts',
    "import Database from 'better-sqlite3'; import { schema } from '../shared/contract/engagement.ts'; import { readFile } from 'node:fs'; Database; schema; readFile",
  ],
  [
    'electron/engine/ok.ts',
    "import { store } from '../../db/store.ts'; import { rule } from '../../shared/rule.ts'; store; rule",
  ],
  [
    'electron/main/ok.ts',
    "import { app } from 'electron'; import type { A } from '../engine/wire.ts'; import { rule } from '../../shared/rule.ts'; app; rule; export type B = A",
  ],
  [
    'test/ok.ts',
    "import { engine } from '../electron/engine/engine.ts'; import { store } from '../db/store.ts'; import { screen } from '../renderer/screen.tsx'; engine; store; screen",
  ],
]

type Finding = { from: string; rule: { name: string } }

describe('the walls between the rooms', () => {
  let folder: string
  let findings: Finding[]

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tickmark-walls-'))
    const files = [...Object.entries(targets), ...offences.map(([, path, text]) => [path, text] as const), ...allowed]
    await Promise.all(files.map(([path, text]) => write(join(folder, path), text)))
    findings = await cruise(folder)
  }, 30_000)

  afterAll(() => rm(folder, { recursive: true, force: true }))

  it.each(offences)('%s names %s', (rule, path) => {
    expect(findings.filter(({ from }) => from === path).map((finding) => finding.rule.name)).toContain(rule)
  })

  it.each(allowed)('nothing is said against %s', (path) => {
    expect(findings.filter(({ from }) => from === path)).toEqual([])
  })

  it('has an offence for each of its rules', async () => {
    const { forbidden } = JSON.parse(await readFile(config, 'utf8')) as { forbidden: { name: string }[] }
    expect([...new Set(offences.map(([rule]) => rule))].toSorted()).toEqual(
      forbidden.map(({ name }) => name).toSorted(),
    )
  })
})

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

async function cruise(cwd: string): Promise<Finding[]> {
  const words = ['--config', config, '--output-type', 'json', 'electron', 'renderer', 'shared', 'db', 'test']
  const program = join(projectFolder, 'node_modules', '.bin', 'depcruise')
  const { stdout } = await promisify(execFile)(program, words, { cwd, maxBuffer: 50_000_000 }).catch(
    (error: { stdout: string }) => error,
  )
  return (JSON.parse(stdout) as { summary: { violations: Finding[] } }).summary.violations
}
