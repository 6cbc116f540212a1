import { DomainError } from '../../../shared/errors/domainError.ts'

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/**
 * The text that XML means: line breaks as one line feed (XML 1.0, 2.11), entities as their characters.
 * @throws DomainError `xlsx.damaged` for an entity that XML does not have, and for a number that is no character
 */
export function decodeEntities(text: string): string {
  const lines = text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text
  if (!lines.includes('&')) return lines
  return lines.replaceAll(/&(?:([^;&]{1,32});)?/g, (_whole, name: string | undefined) => {
    const found = name === undefined ? undefined : (entities.get(name) ?? numbered(name))
    if (found === undefined) throw new DomainError('xlsx.damaged', { reason: 'a part has an unknown entity' })
    return found
  })
}

function numbered(name: string): string | undefined {
  const [, hexadecimal, decimal] = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(name) ?? []
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16)
  const isCharacter = code > 0 && code <= 0x10_ffff && (code < 0xd800 || code > 0xdfff)
  return isCharacter ? String.fromCodePoint(code) : undefined
}

/** Characters that XML cannot hold are written as `_x000D_`. NUL stays escaped: no text has it. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (whole, code: string) =>
    code === '0000' ? whole : String.fromCharCode(Number.parseInt(code, 16)),
  )
}
