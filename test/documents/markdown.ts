/** @returns a table of Markdown with columns as wide as their widest cell, as the formatter writes it */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const escaped = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')))
  const widths = head.map((_, column) => Math.max(3, ...escaped.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) => `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`
  const [first = [], ...rest] = escaped
  return [line(first), line(widths.map((width) => '-'.repeat(width))), ...rest.map(line)].join('\n')
}

/** @returns a block of text as it stands */
export const verbatim = (text: string): string => `\`\`\`text\n${text.replace(/\n$/, '')}\n\`\`\``

/** @returns words of a code, marked as such */
export const code = (text: string): string => `\`${text}\``

const part = (name: string) => new RegExp(`(<!-- made: ${name} -->\\n)[\\s\\S]*?(<!-- end -->)`)

/** @returns the names of the made parts of a document */
export function madeParts(document: string): string[] {
  return [...document.matchAll(/^<!-- made: (\S+) -->$/gm)].map(([, name = '']) => name)
}

/** @returns a document with one of its made parts written again */
export function withPart(document: string, name: string, text: string): string {
  return document.replace(part(name), (_all, start: string, end: string) => `${start}\n${text}\n\n${end}`)
}

/** @returns the names of the pictures that a document shows, without ending */
export function picturesIn(document: string): string[] {
  return [...document.matchAll(/!\[[^\]]*\]\(pictures\/([\w-]+)\.png\)/g)].map(([, name = '']) => name)
}
