'use strict'

// The small application that an Electron runtime runs when it is given a folder: `electron [-r module]... FOLDER`.
// The official runtime carries one of its own; a carried runtime gets this one.
const { app, dialog } = require('electron')
const Module = require('node:module')
const path = require('node:path')
const { pathToFileURL } = require('node:url')

const preloads = []
let folder
const words = process.argv.slice(1)
for (let index = 0; index < words.length; index += 1) {
  const word = words[index]
  if (word === '-r' || word === '--require') {
    index += 1
    preloads.push(words[index])
  } else if (!word.startsWith('-')) {
    folder = path.resolve(word)
    break
  }
}

// oxlint-disable-next-line no-underscore-dangle -- the only door to what `-r` means
if (preloads.length > 0) Module._preloadModules(preloads)

if (folder === undefined) {
  process.stderr.write('Name the folder of the application.\n')
  app.exit(1)
} else {
  const manifest = require(path.join(folder, 'package.json'))
  app.setName(manifest.productName ?? manifest.name)
  app.setVersion(manifest.version)
  app.setAppPath(folder)
  import(pathToFileURL(path.join(folder, manifest.main)).href).catch((error) => {
    process.stderr.write(`${error.stack}\n`)
    dialog.showErrorBox('The application did not start', String(error))
    app.exit(1)
  })
}
