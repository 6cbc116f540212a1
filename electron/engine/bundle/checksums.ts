import { fixedPaths } from './bundlePaths.ts'

/** What `sha256sum -c` reads: every listed file but this one. The signed manifest in turn lists this file's own hash. */
export function checksumsText(files: readonly { path: string; sha256: string }[]): string {
  return files
    .filter(({ path }) => path !== fixedPaths.checksums)
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join('')
}
