import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'

/** A file of the window, as it is served. */
export type Page = { bytes: Buffer; mediaType: string }

const mediaTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/**
 * Reads the built window once, so that no address ever becomes a path.
 * @returns the files by their names in addresses, such as `assets/index.js`
 */
export async function readPages(folder: string): Promise<ReadonlyMap<string, Page>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(
    await Promise.all(
      files.map(async (file): Promise<[string, Page]> => {
        const mediaType = mediaTypes[extname(file)] ?? 'application/octet-stream'
        return [relative(folder, file).replaceAll(sep, '/'), { bytes: await readFile(file), mediaType }]
      }),
    ),
  )
}
