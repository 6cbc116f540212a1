import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleErrors } from '../../shared/errors/bundle.ts'
import { archiveMethods } from '../../shared/contract/changeKind.ts'
import { glossary } from '../../shared/glossary/glossary.ts'
import { entities } from '../../shared/model/entities.ts'
import type { Field } from '../../shared/model/field.ts'
import { belongsToStore, referredEntity } from '../../shared/model/scope.ts'
import { type Match, paperForms, type PaperPart } from '../../shared/paper/paperForms.ts'
import { sha256 } from '../specification/journal.ts'
import { writeBundleExample } from './bundleExample.ts'
import { journalExample } from './journalExample.ts'
import { code, table, verbatim } from './markdown.ts'

/** The parts of documents that follow from the program, by the name of their place. */
export async function madeTexts(): Promise<ReadonlyMap<string, string>> {
  const { lines, state, heads } = journalExample()
  return new Map([
    ['journal-lines', verbatim(lines)],
    ['journal-state', verbatim(state)],
    ['journal-heads', verbatim(heads.map(({ deviceId, seq, hash }) => `${deviceId} ${seq} ${hash}`).join('\n'))],
    ['glossary', glossaryTable()],
    ['entities', entityList()],
    ['references', referenceList()],
    ['papers', paperTable()],
    ['archive-methods', archiveMethods.map(code).join(', ')],
    [
      'bundle-errors',
      table(
        ['code', 'sentence'],
        Object.entries(bundleErrors).map(([name, says]) => [code(name), says]),
      ),
    ],
    ...(await bundleTexts()),
  ])
}

function glossaryTable(): string {
  const rows = glossary.map(({ term, meaning, code: name, also }) => [
    `**${term}**`,
    meaning,
    name === undefined ? '' : code(name),
    also ?? '',
  ])
  return table(['term', 'meaning', 'in the code', 'also'], rows)
}

function entityList(): string {
  return Object.entries(entities)
    .filter(([name]) => !belongsToStore(name))
    .map(([name, fields]) => {
      const words = Object.entries(fields as Record<string, Field>).map(
        ([field, { kind, required }]) => `${field} ${kind}${required ? '' : '?'}`,
      )
      return `- ${code(name)}: ${words.join(', ')}`
    })
    .join('\n')
}

function referenceList(): string {
  const fields = new Set(Object.values(entities).flatMap((fieldsOfOne) => Object.keys(fieldsOfOne)))
  return [...fields]
    .toSorted()
    .flatMap((field) => {
      const entity = referredEntity(field)
      return entity === undefined ? [] : [`${code(field)} (${entity})`]
    })
    .join(', ')
}

function paperTable(): string {
  const rows = Object.entries(paperForms).flatMap(([paper, form]) =>
    (form as readonly PaperPart[]).map(({ entity, match, omits, counts }) => [
      code(paper),
      code(entity),
      Object.entries(match)
        .map(([field, how]) => `${field} ${matchWords(how)}`)
        .join(', '),
      omits.join(', '),
      counts ?? '',
    ]),
  )
  return table(['paper', 'rows of', 'where', 'without', 'only where true'], rows)
}

function matchWords(match: Match): string {
  switch (match.is) {
    case 'paper':
      return '= id'
    case 'field':
      return `= paper.${match.field}`
    case 'text':
      return `= "${match.text}"`
    case 'within':
      return `begins with paper.${match.field} and ":"`
    case 'row':
      return `is a ${match.entity} of the paper`
  }
}

async function bundleTexts(): Promise<[string, string][]> {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-example-'))
  try {
    const file = join(folder, 'bundle.age')
    const { identity } = await writeBundleExample(file)
    writeFileSync(join(folder, 'key.txt'), `${identity}\n`)
    const archive = execFileSync('age', ['-d', '-i', join(folder, 'key.txt'), file])
    const content = (path: string) => execFileSync('tar', ['-xOf', '-', path], { input: archive }).toString()
    return [
      ['bundle-identity', verbatim(identity)],
      ['bundle-header', verbatim(hexLines(archive.subarray(0, 512)))],
      ['bundle-manifest', verbatim(content('manifest.json'))],
      ['bundle-signature', verbatim(content('manifest.json.sig'))],
      ['bundle-sums', verbatim(content('SHA256SUMS'))],
      ['bundle-archive', verbatim(`${sha256(archive)}  bundle.tar (${archive.length} bytes)`)],
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** @returns bytes as `xxd -g 1` shows them, lines of zeros left out */
function hexLines(bytes: Buffer): string {
  const lines = Array.from({ length: bytes.length / 16 }, (_, line) => bytes.subarray(line * 16, line * 16 + 16))
  return lines
    .flatMap((part, line) => {
      if (part.every((byte) => byte === 0)) return []
      const hex = part.toString('hex').match(/../g)?.join(' ') ?? ''
      return [
        `${(line * 16).toString(16).padStart(8, '0')}: ${hex}  ${part.toString('latin1').replaceAll(/[^ -~]/g, '.')}`,
      ]
    })
    .join('\n')
}
