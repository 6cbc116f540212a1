// The small application that an Electron runtime runs when it is given a folder: `electron [-r module]... FOLDER`.
// The official runtime carries one of its own; a carried runtime gets this one. It waits for the application's module at
// its top level, because that is what makes Electron hold its `ready` back until the module has been evaluated.
import { createRequire, Module } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const { preloads, folder } = readWords(process.argv.slice(1))
// oxlint-disable-next-line no-underscore-dangle -- the only door to what `-r` means
if (preloads.length > 0) Module._preloadModules(preloads)

try {
  await run(resolve(folder))
} catch (error) {
  process.stderr.write(`${error.stack}\n`)
  app.exit(1)
}

async function run(applicationFolder) {
  const manifest = createRequire(import.meta.url)(join(applicationFolder, 'package.json'))
  app.setName(manifest.productName ?? manifest.name)
  app.setVersion(manifest.version)
  app.setAppPath(applicationFolder)
  await import(pathToFileURL(join(applicationFolder, manifest.main)).href)
}

function readWords(words) {
  const required = new Set(['-r', '--require'])
  const found = words.findIndex((word, index) => !word.startsWith('-') && !required.has(words[index - 1]))
  return {
    folder: found === -1 ? '.' : words[found],
    preloads: words.slice(0, found).filter((_, index) => required.has(words[index - 1])),
  }
}
