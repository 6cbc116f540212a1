import path from 'node:path'
import { builtInKind, kindOfCode, type NumberKind } from '../../../shared/spreadsheet/dateFormatCode.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { attribute, damaged, type XmlHandler, XmlReader } from './xmlReader.ts'
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

type Relation = { type: string; target: string }

async function relationsOf(parts: ZipParts, part: string): Promise<Map<string, Relation>> {
  const name = path.posix.join(path.posix.dirname(part), '_rels', `${path.posix.basename(part)}.rels`)
  const relations = new Map<string, Relation>()
  if (!parts.has(name)) return relations
  await readPart(parts, name, {
    open: (element, tag) => {
      const id = attribute(tag, 'Id')
      if (element !== 'Relationship' || id === null || attribute(tag, 'TargetMode') === 'External') return
      const target = attribute(tag, 'Target') ?? ''
      // Targets are relative to the part, or to the root of the package. They name entries, never files.
      const whole = path.posix.join(target.startsWith('/') ? '' : path.posix.dirname(part), target)
      relations.set(id, { type: attribute(tag, 'Type')?.split('/').at(-1) ?? '', target: whole.replace(/^\//, '') })
    },
  })
  return relations
}

/** @throws DomainError `xlsx.not_a_workbook`, `xlsx.damaged` */
export async function readWorkbook(parts: ZipParts): Promise<Workbook> {
  const root = [...(await relationsOf(parts, '')).values()].find(({ type }) => type === 'officeDocument')
  if (root === undefined || !parts.has(root.target)) {
    throw new DomainError('xlsx.not_a_workbook', { reason: 'the ZIP file holds no workbook' })
  }
  const relations = await relationsOf(parts, root.target)
  const book: Workbook = { sheets: [], is1904: false, sharedStringsPart: null, stylesPart: null }
  await readPart(parts, root.target, {
    open: (element, tag) => {
      if (element === 'workbookPr') book.is1904 = ['1', 'true'].includes(attribute(tag, 'date1904') ?? '')
      if (element !== 'sheet') return
      const relation = relations.get(attribute(tag, 'id') ?? '')
      // Sheets of charts and dialogs have no cells.
      if (relation?.type !== 'worksheet') return
      const isHidden = (attribute(tag, 'state') ?? 'visible') !== 'visible'
      book.sheets.push({ name: attribute(tag, 'name') ?? '', isHidden, part: relation.target })
    },
  })
  if (book.sheets.length === 0) throw new DomainError('xlsx.not_a_workbook', { reason: 'it has no sheet with cells' })
  const partOf = (type: string) => [...relations.values()].find((one) => one.type === type)?.target ?? null
  return { ...book, sharedStringsPart: partOf('sharedStrings'), stylesPart: partOf('styles') }
}

/** Characters of all shared texts together above which a workbook does not fit into memory. */
const mostSharedCharacters = 150_000_000

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
        if (isText) text += piece
      },
      close: (name) => {
        if (name === 't') isText = false
        if (name === 'rPh') hints -= 1
        if (name !== 'si') return
        characters += text.length
        if (characters > mostSharedCharacters)
          throw new DomainError('xlsx.too_large', { reason: 'its texts alone are too many' })
        texts.push(unescaped(text))
      },
    },
    signal,
  )
  return texts
}

/** Characters that XML cannot hold are written as `_x000D_`. NUL stays escaped: no text has it. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (whole, code: string) =>
    code === '0000' ? whole : String.fromCharCode(Number.parseInt(code, 16)),
  )
}

/** @returns for each style of cells what it makes of a number */
export async function readStyles(parts: ZipParts, part: string | null): Promise<NumberKind[]> {
  if (part === null || !parts.has(part)) return []
  const custom = new Map<number, NumberKind>()
  const formats: number[] = []
  let isCellFormat = false
  await readPart(parts, part, {
    open: (name, tag) => {
      if (name === 'numFmt') {
        custom.set(Number(attribute(tag, 'numFmtId')), kindOfCode(attribute(tag, 'formatCode') ?? ''))
      }
      if (name === 'cellXfs') isCellFormat = true
      if (name === 'xf' && isCellFormat) formats.push(Number(attribute(tag, 'numFmtId') ?? 0))
    },
    close: (name) => {
      if (name === 'cellXfs') isCellFormat = false
    },
  })
  return formats.map((id) => custom.get(id) ?? builtInKind(id))
}

/** @throws DomainError `xlsx.damaged` */
export function requireIndex<T>(values: readonly T[], index: number, what: string): T {
  const found = values[index]
  if (found === undefined) throw damaged(`a cell names ${what} ${index}, which there is not`)
  return found
}
