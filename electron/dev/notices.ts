import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectFolder } from './projectFolder.ts'
import type { ShippedPackage } from './shippedPackages.ts'

const beginning = `Tickmark contains work of others. Their names, and the terms under which they gave it:

The parts of Electron, Chromium and Node.js have theirs in LICENSES.chromium.html beside the program.
`

/** @returns the names, versions and licence texts of packages, as their licences want them handed on */
export async function noticesOf(packages: readonly ShippedPackage[]): Promise<string> {
  const texts = await Promise.all(packages.map(noticeOf))
  return [beginning, ...texts].join(`\n${'─'.repeat(80)}\n\n`)
}

async function noticeOf({ name, version, license, folder }: ShippedPackage): Promise<string> {
  const files = await readdir(join(projectFolder, folder))
  const wanted = files.filter((file) => /^(licen[cs]e|copying|notice)/i.test(file)).toSorted()
  const texts = await Promise.all(wanted.map((file) => readFile(join(projectFolder, folder, file), 'utf8')))
  return [`${name} ${version}\nLicence: ${license}\n`, ...texts.map((text) => `${text.trim()}\n`)].join('\n')
}
