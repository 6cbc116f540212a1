import { resolveRuntime } from '../electron/dev/runtime.ts'
import { missingLibraries, packagesOf, windowPackages } from '../electron/dev/windowPackages.ts'
import { install, isDebian, mayInstall, missingPackages } from './prepare/debian.ts'
import { missingPrograms, programs } from './prepare/programs.ts'

/**
 * Sees to what the tests need beside the npm packages: a display to paint on, the libraries of a window, a font, and
 * the stock tools that check what Tickmark writes. On Debian it installs them when it may.
 * @throws Error that says what to install when it may not; nothing is skipped
 */
export async function prepare(tell: (line: string) => void): Promise<void> {
  if (process.platform === 'linux' && (await isDebian())) await prepareDebian(tell)
  const absent = await missingPrograms()
  const runtime = await resolveRuntime(tell)
  tell(`Electron ${runtime.version} (${runtime.origin}) in ${runtime.executable}`)
  const libraries = await missingLibraries(runtime.executable)
  if (absent.length === 0 && libraries.length === 0) return
  const { packages, unknown } = packagesOf(libraries)
  throw new Error(
    [
      'The tests need more than this machine has. Install:',
      ...absent.map((program) => `  the program ${program} (Debian: ${programs[program]})`),
      ...packages.map(
        (name) => `  the library ${windowPackages[name as keyof typeof windowPackages]} (Debian: ${name})`,
      ),
      ...unknown.map((library) => `  the library ${library}`),
    ].join('\n'),
  )
}

/** What LibreOffice needs to open documents and workbooks; the program itself comes with them. */
const officePackages = ['libreoffice-writer', 'libreoffice-calc']

async function prepareDebian(tell: (line: string) => void): Promise<void> {
  const wanted = [
    ...new Set(Object.values(programs)),
    ...officePackages,
    ...Object.keys(windowPackages),
    'fonts-liberation',
  ]
  const missing = await missingPackages(wanted)
  if (missing.length === 0) return
  if (!mayInstall()) {
    throw new Error(
      `The tests need packages that are not installed, and only root may install them. Run:\n  apt-get install ${missing.join(' ')}`,
    )
  }
  tell(`Installing ${missing.join(' ')} ...`)
  await install(missing)
}

if (import.meta.main) await prepare((line) => console.log(line))
