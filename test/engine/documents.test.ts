import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectFolder } from '../../electron/dev/projectFolder.ts'
import { contract } from '../../shared/contract/index.ts'
import { errorCatalogue } from '../../shared/errors/catalogue.ts'
import { documentFiles, documentsFolder } from '../documents/files.ts'
import { madeParts, picturesIn, withPart } from '../documents/markdown.ts'
import { madeTexts } from '../documents/parts.ts'
import { fieldOf } from '../../shared/model/entities.ts'

const documents = documentFiles().map((file) => ({ file, name: basename(file), text: readFileSync(file, 'utf8') }))
const made = await madeTexts()
const methods: ReadonlySet<string> = new Set(Object.keys(contract))
const codes: ReadonlySet<string> = new Set(Object.keys(errorCatalogue))
const fileEndings: ReadonlySet<string> = new Set(['json', 'jsonl', 'db', 'age'])
const features: ReadonlySet<string> = new Set([...methods, ...codes].map((name) => name.split('.', 1)[0] ?? ''))

/** `feature.name` in code marks, where such a feature exists: a method, or the code of an error. */
const namesIn = (text: string) =>
  [...text.matchAll(/`([a-z][A-Za-z]*)\.([a-zA-Z_]+)`/g)].filter(([, feature = '']) => features.has(feature))

/** Whether a method, an error, a field of an entity or a file has this name. */
function exists(feature: string, name: string): boolean {
  const whole = `${feature}.${name}`
  return methods.has(whole) || codes.has(whole) || fieldOf(feature, name) !== undefined || fileEndings.has(name)
}

/** What the heading of a section is called in a link, as GitHub does it. */
const anchorsOf = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )

describe.each(documents)('$name', ({ file, text }) => {
  it('holds what the program makes of it today: after a change run `npm run documents`', () => {
    const plain = (markdown: string) => markdown.replaceAll(/-{3,}/g, '---').replaceAll(/\s+/g, ' ')
    for (const name of madeParts(text)) {
      expect(made.has(name), name).toBe(true)
      expect(plain(text)).toBe(plain(withPart(text, name, made.get(name) ?? '')))
    }
  })

  it('leads to files and headings that are there', () => {
    const prose = text.replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '')
    const lost = [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !target.startsWith('https://'))
      .filter((target) => {
        const [path = '', anchor] = target.split('#', 2)
        const to = path === '' ? file : join(dirname(file), path)
        return !existsSync(to) || (anchor !== undefined && !anchorsOf(readFileSync(to, 'utf8')).includes(anchor))
      })
    expect(lost).toEqual([])
  })

  it('names methods and errors that exist', () => {
    const unknown = namesIn(text)
      .filter(([, feature = '', name = '']) => !exists(feature, name))
      .map(([name]) => name)
    expect(unknown).toEqual([])
  })
})

describe('the folder of documents', () => {
  it('is reached from the README, each document of it', () => {
    const readme = documents.find(({ name }) => name === 'README.md')?.text ?? ''
    const unlinked = documents
      .filter(({ file }) => file.startsWith(documentsFolder))
      .filter(({ name }) => !readme.includes(`(docs/${name})`))
    expect(unlinked.map(({ name }) => name)).toEqual([])
  })
})

describe('the guide', () => {
  const guide = documents.find(({ name }) => name === 'GUIDE.md')?.text ?? ''

  it('shows pictures that a test of the window takes, each small, and keeps no other', () => {
    const shown = picturesIn(guide)
    const taken = sourcesIn('test/e2e')
    expect(shown.filter((name) => !taken.includes(`'${name}'`))).toEqual([])
    const folder = join(documentsFolder, 'pictures')
    expect(readdirSync(folder).toSorted()).toEqual(shown.map((name) => `${name}.png`).toSorted())
    expect(shown.filter((name) => statSync(join(folder, `${name}.png`)).size > 150_000)).toEqual([])
  })

  it('says in bold what the window says', () => {
    const window = `${sourcesIn('renderer')}${sourcesIn('shared/lock')}`
    const said = [...guide.matchAll(/\*\*([^*]+)\*\*/g)].map(([, words = '']) => words)
    expect(said.filter((words) => words !== 'Bold' && !window.includes(words))).toEqual([])
  })
})

function sourcesIn(folder: string): string {
  return readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(projectFolder, folder, name), 'utf8'))
    .join('\n')
}
