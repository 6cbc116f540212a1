import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Whether Debian's package tools are here. */
export async function isDebian(): Promise<boolean> {
  return run('dpkg-query', ['--version']).then(
    () => true,
    () => false,
  )
}

/** Whether this process may install packages without asking for a password. */
export function mayInstall(): boolean {
  return process.getuid?.() === 0
}

/** @returns those of the named packages that are not installed, under either of the names that Debian gives a library */
export async function missingPackages(names: readonly string[]): Promise<string[]> {
  // It ends with 1 when one of them is unknown, and still lists the others.
  const { stdout } = await run('dpkg-query', [
    '--show',
    '--showformat=${Package} ${db:Status-Abbrev}\\n',
    ...names.flatMap(bothNames),
  ]).catch((error: { stdout: string }) => error)
  const installed = new Set([...stdout.matchAll(/^(\S+) ii/gm)].map(([, name]) => name))
  return names.filter((name) => !bothNames(name).some((either) => installed.has(either)))
}

/** Installs packages, after refreshing the lists when one of them is not known yet. @throws Error when apt refuses */
export async function install(names: readonly string[]): Promise<void> {
  let known = await knownNames(names)
  if (known.length < names.length) {
    await apt('update')
    known = await knownNames(names)
  }
  await apt('install', '--yes', '--no-install-recommends', ...known).catch(async () => {
    // The lists were older than what the archive holds now.
    await apt('update')
    await apt('install', '--yes', '--no-install-recommends', ...(await knownNames(names)))
  })
}

/** Since 2024 Debian calls libraries with 64-bit time `…t64`. */
function bothNames(name: string): string[] {
  return name.startsWith('lib') ? [name, `${name}t64`] : [name]
}

async function knownNames(names: readonly string[]): Promise<string[]> {
  const { stdout } = await run('apt-cache', ['policy', ...names.flatMap(bothNames)])
  const candidates = new Set(
    [...stdout.matchAll(/^(\S+):\n(?: {2}Installed: .*\n) {2}Candidate: (?!\(none\))/gm)].map(([, name]) => name),
  )
  return names.flatMap((name) => bothNames(name).findLast((either) => candidates.has(either)) ?? [])
}

async function apt(...words: string[]): Promise<void> {
  const child = spawn('apt-get', ['--quiet', ...words], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0)
    throw new Error(
      `apt-get ${words[0]} ended with ${code}. Install by hand:\n  apt-get install ${words.slice(1).join(' ')}`,
    )
}
