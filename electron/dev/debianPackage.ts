import { execFile } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { projectFolder } from './projectFolder.ts'
import { windowPackages } from './windowPackages.ts'

const run = promisify(execFile)
const resources = join(projectFolder, 'resources')

/** What a package says of itself; `date` in seconds since 1970, to which every file is dated. */
export type Description = { version: string; description: string; author: string; date: number }

/**
 * Makes a Debian package of an unpacked application. electron-builder's own way downloads a program for it, which a closed
 * network does not let through; `dpkg-deb` is on every Debian. It holds no script: what has to happen at the installation
 * (menus, kinds of files) Debian's triggers do.
 * @param folder the unpacked application
 * @param file where the package is written
 */
export async function writeDebianPackage(folder: string, file: string, about: Description): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'tickmark-deb-'))
  // Of a folder for one user alone the package would make the root of the system one.
  const root = join(work, 'root')
  try {
    await mkdir(root, { mode: 0o755 })
    const application = join(root, 'opt', 'Tickmark')
    await cp(folder, application, { recursive: true, verbatimSymlinks: true })
    // With this bit Chromium can build its sandbox where the system lets no ordinary account make one.
    await chmod(join(application, 'chrome-sandbox'), 0o4755)
    await put(root, 'usr/bin/tickmark', join(resources, 'linux', 'tickmark.sh'), 0o755)
    await put(root, 'usr/share/applications/tickmark.desktop', join(resources, 'linux', 'tickmark.desktop'))
    await put(root, 'usr/share/mime/packages/tickmark.xml', join(resources, 'linux', 'tickmark.xml'))
    await put(root, 'usr/share/doc/tickmark/copyright', join(projectFolder, 'LICENSE'))
    await putIcons(root)
    await mkdir(join(root, 'DEBIAN'))
    await writeFile(join(root, 'DEBIAN', 'control'), await controlOf(root, about))
    await run('dpkg-deb', ['--root-owner-group', '-Zgzip', '--build', root, file], {
      env: { ...process.env, SOURCE_DATE_EPOCH: String(about.date) },
    })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function put(root: string, place: string, from: string, mode = 0o644): Promise<void> {
  await cp(from, join(root, place), { recursive: true })
  await chmod(join(root, place), mode)
}

/** Icons are called by their size: `512x512.png`. */
async function putIcons(root: string): Promise<void> {
  for (const name of await readdir(join(resources, 'icons'))) {
    const size = /^(\d+x\d+)\.png$/.exec(name)?.[1]
    if (size === undefined) continue
    await put(root, `usr/share/icons/hicolor/${size}/apps/tickmark.png`, join(resources, 'icons', name))
  }
}

async function controlOf(root: string, { version, description, author }: Description): Promise<string> {
  const { stdout } = await run('du', ['--summarize', '--block-size=1024', '--apparent-size', root])
  const { stdout: architecture } = await run('dpkg', ['--print-architecture'])
  // Since 2024 Debian calls libraries with 64-bit time `…t64`.
  const needed = Object.keys(windowPackages).map((name) => `${name} | ${name}t64`)
  return [
    'Package: tickmark',
    `Version: ${version}`,
    `Architecture: ${architecture.trim()}`,
    `Maintainer: ${author} <tickmark@localhost>`,
    `Installed-Size: ${stdout.split('\t')[0]}`,
    `Depends: ${needed.join(', ')}`,
    'Section: office',
    'Priority: optional',
    `Description: ${description}`,
    '',
  ].join('\n')
}
