import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectFolder } from '../../../electron/dev/projectFolder.ts'
import { hazards } from './electronHazards.ts'

/** What ships: the window, the shell, the engine, the store and the rules. */
const shipped = [
  'electron/main/**/*.ts',
  'electron/preload.ts',
  'electron/engine/**/*.ts',
  'renderer/**/*.{ts,tsx,html}',
  'db/**/*.ts',
  'shared/**/*.ts',
]

/** What stands in the sources all the same, and why it is no danger. */
const explained: Record<string, string> = {
  'electron/main/engineHost.ts: a program that is started':
    'the engine, a file of this program under a path that nobody gives',
  'electron/main/main.ts: a page without sandbox':
    'asks whether root started the tests, where Chromium has no sandbox to enable',
  'electron/main/network.ts: switches of the browser': 'each of them takes a way to the network away',
  'electron/main/printWindow.ts: code given to a page as text': 'a constant, in a page that runs no script of its own',
  'electron/main/protocol.ts: a scheme with rights':
    'app: with an origin and a secure context, so that it is not file:; no others',
}

describe('the sources that ship', () => {
  it('do nothing that weakens an Electron application, but for what is explained', async () => {
    const found: string[] = []
    let files = 0
    for await (const file of glob(shipped, { cwd: projectFolder })) {
      files += 1
      const lines = (await readFile(join(projectFolder, file), 'utf8')).split('\n').filter((line) => !isComment(line))
      for (const { name, found: pattern } of hazards) {
        if (lines.some((line) => pattern.test(line))) found.push(`${file.replaceAll('\\', '/')}: ${name}`)
      }
    }
    expect(files).toBeGreaterThan(500)
    expect(found.toSorted()).toEqual(Object.keys(explained).toSorted())
  })
})

const isComment = (line: string) => /^\s*(?:\/\/|\/?\*)/.test(line)
