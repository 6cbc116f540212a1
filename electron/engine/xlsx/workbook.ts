import path from 'node:path'
import { builtInKind, kindOfCode, type NumberKind } from '../../../shared/spreadsheet/dateFormatCode.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { longestRowBytes } from '../csv/limits.ts'
import { attribute, damaged, type XmlHandler, XmlReader } from './xmlReader.ts'
import { unescaped } from './xmlText.ts'
import type { ZipParts } from './zipParts.ts'

/** A sheet with cells: its name, whether a person sees it, and the part that holds it. */
export type Sheet = { name: string; isHidden: boolean; part: string }

/** What a workbook says of itself. */
export type Workbook = {
  sheets: Sheet[]
  is1904: boolean
  sharedStringsPart: string | null
  stylesPart: string | null
}

/** Bytes of a part that only describes, above which a workbook is refused: all of its sheets and styles are in memory. */
const mostDescription = 64 * 1024 * 1024

const nothing: XmlHandler = { open: () => undefined, close: () => undefined, text: () => undefined }

/** Reads a part to its end. @throws DomainError those of {@link ZipParts} and {@link XmlReader} */
export async function readPart(
  parts: ZipParts,
  name: string,
  handler: Partial<XmlHandler>,
  signal?: AbortSignal,
): Promise<void> {
  const reader = new XmlReader({ ...nothing, ...handler })
  for await (const { text } of parts.text(name, signal)) reader.read(text)
  reader.end()
}

/** Reads a part that lists something of the workbook. @throws DomainError as {@link readPart}, `xlsx.too_large` */
async function readDescription(
  parts: ZipParts,
  name: string,
  open: XmlHandler['open'],
  signal: AbortSignal | undefined,
): Promise<void> {
  if (parts.size(name) > mostDescription) throw tooLarge(`${name} has ${parts.size(name)} bytes`)
  await readPart(parts, name, { open }, signal)
}

const tooLarge = (reason: string) => new DomainError('xlsx.too_large', { reason })

type Relation = { type: string; target: string }

async function relationsOf(
  parts: ZipParts,
  part: string,
  signal: AbortSignal | undefined,
): Promise<Map<string, Relation>> {
  const name = path.posix.join(path.posix.dirname(part), '_rels', `${path.posix.basename(part)}.rels`)
  const relations = new Map<string, Relation>()
  if (!parts.has(name)) return relations
  const open: XmlHandler['open'] = (element, tag) => {
    const id = attribute(tag, 'Id')
    if (element !== 'Relationship' || id === null || attribute(tag, 'TargetMode') === 'External') return
    const target = attribute(tag, 'Target') ?? ''
    // Targets are relative to the part, or to the root of the package. They name entries, never files.
    const whole = path.posix.join(target.startsWith('/') ? '' : path.posix.dirname(part), target)
    relations.set(id, { type: attribute(tag, 'Type')?.split('/').at(-1) ?? '', target: whole.replace(/^\//, '') })
  }
  await readDescription(parts, name, open, signal)
  return relations
}

/** @throws DomainError `xlsx.not_a_workbook`, `xlsx.damaged`, `xlsx.too_large` */
export async function readWorkbook(parts: ZipParts, signal?: AbortSignal): Promise<Workbook> {
  const root = [...(await relationsOf(parts, '', signal)).values()].find(({ type }) => type === 'officeDocument')
  if (root === undefined || !parts.has(root.target)) {
    throw new DomainError('xlsx.not_a_workbook', { reason: 'the ZIP file holds no workbook' })
  }
  if (root.target.endsWith('.bin')) {
    throw new DomainError('xlsx.not_a_workbook', { reason: 'it is in the binary format XLSB; save it as XLSX' })
  }
  const relations = await relationsOf(parts, root.target, signal)
  const book: Workbook = { sheets: [], is1904: false, sharedStringsPart: null, stylesPart: null }
  const open: XmlHandler['open'] = (element, tag) => {
    if (element === 'workbookPr') book.is1904 = ['1', 'true'].includes(attribute(tag, 'date1904') ?? '')
    if (element !== 'sheet') return
    const relation = relations.get(attribute(tag, 'id', true) ?? '')
    // Sheets of charts and dialogs have no cells.
    if (relation?.type !== 'worksheet') return
    const isHidden = (attribute(tag, 'state') ?? 'visible') !== 'visible'
    book.sheets.push({ name: attribute(tag, 'name') ?? '', isHidden, part: relation.target })
  }
  await readDescription(parts, root.target, open, signal)
  if (book.sheets.length === 0) throw new DomainError('xlsx.not_a_workbook', { reason: 'it has no sheet with cells' })
  const partOf = (type: string) => [...relations.values()].find((one) => one.type === type)?.target ?? null
  return { ...book, sharedStringsPart: partOf('sharedStrings'), stylesPart: partOf('styles') }
}

/** Characters of all shared texts together above which a workbook does not fit into memory. */
const mostSharedCharacters = 150_000_000
/** Shared texts above which they do not, however short they are. */
const mostSharedTexts = 10_000_000

/** @returns the texts that cells share; phonetic hints are left out @throws DomainError `xlsx.too_large` */
export async function readSharedStrings(parts: ZipParts, part: string | null, signal?: AbortSignal): Promise<string[]> {
  if (part === null || !parts.has(part)) return []
  const texts: string[] = []
  let [text, characters, isText, hints] = ['', 0, false, 0]
  await readPart(
    parts,
    part,
    {
      open: (name) => {
        if (name === 'si') text = ''
        if (name === 'rPh') hints += 1
        isText = name === 't' && hints === 0
      },
      text: (piece) => {
        if (!isText) return
        text += piece
        if (text.length > longestRowBytes) throw damaged('a text is longer than any cell can be')
      },
      close: (name) => {
        if (name === 't') isText = false
        if (name === 'rPh') hints -= 1
        if (name !== 'si') return
        characters += text.length
        if (characters > mostSharedCharacters || texts.length === mostSharedTexts) {
          throw tooLarge('its texts fill the memory')
        }
        texts.push(unescaped(text))
      },
    },
    signal,
  )
  return texts
}

/** Lists within the styles that have formats; those of conditions (`dxfs`) are no cell's own. */
const styleSections = new Set(['numFmts', 'cellStyleXfs', 'cellXfs', 'dxfs'])

/** @returns for each style of cells what it makes of a number @throws DomainError `xlsx.damaged`, `xlsx.too_large` */
export async function readStyles(parts: ZipParts, part: string | null, signal?: AbortSignal): Promise<NumberKind[]> {
  if (part === null || !parts.has(part)) return []
  const custom = new Map<number, NumberKind>()
  const formats: number[] = []
  let section = ''
  const open: XmlHandler['open'] = (name, tag) => {
    if (styleSections.has(name)) section = name
    if (name === 'numFmt' && section === 'numFmts') {
      custom.set(Number(attribute(tag, 'numFmtId')), kindOfCode(attribute(tag, 'formatCode') ?? ''))
    }
    if (name === 'xf' && section === 'cellXfs') formats.push(Number(attribute(tag, 'numFmtId') ?? 0))
  }
  await readDescription(parts, part, open, signal)
  return formats.map((id) => custom.get(id) ?? builtInKind(id))
}

/** @throws DomainError `xlsx.damaged` */
export function requireIndex<T>(values: readonly T[], index: number, what: string): T {
  const found = values[index]
  if (found === undefined) throw damaged(`a cell names ${what} ${index}, which there is not`)
  return found
}
