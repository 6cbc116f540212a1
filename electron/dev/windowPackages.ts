import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Debian's packages that an Electron window loads, and the file by which each is recognised. */
export const windowPackages = {
  'libgtk-3-0': 'libgtk-3.so.0',
  libnss3: 'libnss3.so',
  libnspr4: 'libnspr4.so',
  libgbm1: 'libgbm.so.1',
  libasound2: 'libasound.so.2',
  'libatk1.0-0': 'libatk-1.0.so.0',
  'libatk-bridge2.0-0': 'libatk-bridge-2.0.so.0',
  'libatspi2.0-0': 'libatspi.so.0',
  libcups2: 'libcups.so.2',
  libdrm2: 'libdrm.so.2',
  libxcomposite1: 'libXcomposite.so.1',
  libxdamage1: 'libXdamage.so.1',
  libxfixes3: 'libXfixes.so.3',
  libxrandr2: 'libXrandr.so.2',
  libxkbcommon0: 'libxkbcommon.so.0',
  'libpango-1.0-0': 'libpango-1.0.so.0',
  libcairo2: 'libcairo.so.2',
  'libx11-6': 'libX11.so.6',
  libxcb1: 'libxcb.so.1',
  libxext6: 'libXext.so.6',
} as const

/** @returns file names of the shared libraries that `executable` needs and this Linux does not have */
export async function missingLibraries(executable: string): Promise<string[]> {
  if (process.platform !== 'linux') return []
  const { stdout } = await promisify(execFile)('ldd', [executable])
  return [...stdout.matchAll(/^\s*(\S+) => not found$/gm)].flatMap(([, library]) => library ?? [])
}

/** @returns the Debian packages that hold these libraries, by their names in Debian 12, and the libraries that nobody knows */
export function packagesOf(libraries: readonly string[]): { packages: string[]; unknown: string[] } {
  const owners = new Map<string, string>(Object.entries(windowPackages).map(([owner, library]) => [library, owner]))
  return {
    packages: libraries.flatMap((library) => owners.get(library) ?? []),
    unknown: libraries.filter((library) => !owners.has(library)),
  }
}
