import { DomainError } from '../../../shared/errors/domainError.ts'

/** Names inside a bundle are plain ASCII, so that every tar and every disk shows the same; a file's own name is kept as data. */
export const fixedPaths = {
  manifest: 'manifest.json',
  signature: 'manifest.json.sig',
  checksums: 'SHA256SUMS',
  readme: 'README.txt',
  allowedSigners: 'allowed_signers',
  journal: 'journal.jsonl',
  state: 'state.json',
  index: 'index.html',
} as const

/** Written first, in this order; a reader knows then what follows. */
const leading: readonly string[] = [fixedPaths.checksums, fixedPaths.readme, fixedPaths.allowedSigners]
const known: readonly string[] = [...leading, fixedPaths.journal, fixedPaths.state, fixedPaths.index]
const folders = ['pages', 'populations', 'papers', 'evidence'] as const
export type BundleFolder = (typeof folders)[number]

const longestPath = 100
const segment = '[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?'
const inFolder = new RegExp(`^(?:${folders.join('|')})(?:/${segment}){1,3}$`)
/** Device names of Windows, which open no file there. */
const device = /(?:^|\/)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|\/|$)/i

/** Whether a path may be that of a listed file. */
export function isBundlePath(path: string): boolean {
  return path.length <= longestPath && (known.includes(path) || (inFolder.test(path) && !device.test(path)))
}

/** Whether paths are in the one valid order: fixed files, then folder by folder, and none twice on any disk. */
export function areInOrder(paths: readonly string[]): boolean {
  const ranks = paths.map(rankOf)
  const different = new Set(paths.map((path) => path.toLowerCase()))
  return different.size === paths.length && ranks.every((rank, i) => i === 0 || rank >= (ranks[i - 1] ?? 0))
}

/** Place of a path in a bundle; files of one folder stay in the order in which they are given. */
export function rankOf(path: string): number {
  const fixed = known.indexOf(path)
  if (fixed !== -1) return fixed
  return known.length + folders.findIndex((folder) => path.startsWith(`${folder}/`))
}

/**
 * A path for a file of any name: number, what is plain in its name, and its ending, for example `evidence/00012-invoice.pdf`.
 * @param number tells files of one folder apart
 */
export function bundlePath(folder: BundleFolder, number: number, name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/[^A-Za-z0-9._-]+/g, '-')
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(plain)?.[0] ?? ''
  const stem = plain
    .slice(0, plain.length - ending.length)
    .replaceAll(/\.+/g, '-')
    .replaceAll(/^[-._]+/g, '')
    .slice(0, 50)
  const path = `${folder}/${String(number).padStart(5, '0')}${stem === '' ? '' : `-${stem}`}`.replace(/[-._]+$/, '')
  return `${path}${ending.toLowerCase()}`
}

/** @throws DomainError `bundle.invalid_content` */
export function requireContentPath(path: string): void {
  if (!isBundlePath(path))
    throw new DomainError('bundle.invalid_content', { path, reason: 'its path has not the form of one' })
  if (leading.includes(path))
    throw new DomainError('bundle.invalid_content', { path, reason: 'the bundle writes it itself' })
}

/** Whether a list of paths begins with the files that every bundle has. */
export function hasLeadingFiles(paths: readonly string[]): boolean {
  return leading.every((path, i) => paths[i] === path)
}
