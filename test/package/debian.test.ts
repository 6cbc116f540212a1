import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, inject, it, onTestFinished } from 'vitest'
import { writeDebianPackage } from '../../electron/dev/debianPackage.ts'

const { debianPackage } = inject('packaged')
const about = { version: '9.9.9', description: 'Workpapers', author: 'The authors', date: 1_790_000_000 }

it.runIf(debianPackage !== undefined)(
  'the Debian package of one application and one commit is the same, byte for byte, whenever it is made',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tickmark-deb-twice-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const packages: Buffer[] = []
    for (const [place, day] of ['2026-11-01', '2026-11-29'].entries()) {
      const application = join(folder, `made ${place}`, 'Tickmark')
      await mkdir(join(application, 'resources'), { recursive: true })
      for (const name of ['tickmark', 'chrome-sandbox', 'resources/app.asar']) {
        await writeFile(join(application, name), `the bytes of ${name}`)
        await utimes(join(application, name), new Date(day), new Date(day))
      }
      const file = join(folder, `${place}.deb`)
      await writeDebianPackage(application, file, about)
      packages.push(await readFile(file))
    }
    expect(packages[0]?.equals(packages[1] ?? Buffer.alloc(0))).toBe(true)
    const { stdout } = await promisify(execFile)('dpkg-deb', ['--contents', join(folder, '0.deb')])
    expect(stdout).toContain('./opt/Tickmark/resources/app.asar')
  },
)
