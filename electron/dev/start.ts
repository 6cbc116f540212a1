import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { build } from './build.ts'
import { projectFolder } from './projectFolder.ts'
import { resolveRuntime } from './runtime.ts'
import { missingLibraries, packagesOf } from './windowPackages.ts'

/** `npm start`: builds, finds an Electron, and opens the application; or says in a sentence why it cannot. */
async function start(): Promise<number> {
  const tell = (line: string) => console.error(line)
  if (!hasDisplay()) return refuse(noDisplay)
  await build(tell)
  const runtime = await resolveRuntime(tell)
  const missing = await missingLibraries(runtime.executable)
  if (missing.length > 0) return refuse(noLibraries(missing))
  if (runtime.origin !== 'official') tell(`With Electron ${runtime.version} (${runtime.origin}), for development only.`)
  const child = spawn(runtime.executable, [...flags(tell), projectFolder, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, TICKMARK_NODE: process.execPath },
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  return code ?? 1
}

const noDisplay = [
  'There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set).',
  'Start it in a desktop session, over "ssh -X", or on a display in memory: apt-get install xvfb xauth && xvfb-run npm start -- --disable-gpu',
  'The same work can be done without a window: npm run -s tickmark -- --help',
].join('\n')

function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  return process.platform !== 'linux' || Boolean(DISPLAY) || Boolean(WAYLAND_DISPLAY)
}

function noLibraries(missing: readonly string[]): string {
  const { packages, unknown } = packagesOf(missing)
  const lines = [`A window needs libraries that are not here: ${missing.join(', ')}.`]
  if (packages.length > 0) lines.push(`On Debian: apt-get install ${packages.join(' ')}`)
  if (unknown.length > 0) lines.push(`Nobody noted which package holds ${unknown.join(', ')}.`)
  return lines.join('\n')
}

function flags(tell: (line: string) => void): string[] {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return []
  tell(
    "As root Chromium cannot build its sandbox, so it runs without (--no-sandbox). Use an ordinary account for a client's data.",
  )
  return ['--no-sandbox']
}

function refuse(sentence: string): number {
  console.error(sentence)
  return 1
}

process.exitCode = await start().catch((error: unknown) =>
  refuse(error instanceof Error ? error.message : String(error)),
)
