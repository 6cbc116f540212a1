import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import type { RejectedRow } from '../../../shared/contract/values.ts'
import type { Framework } from '../../../shared/contract/wording.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { type Change, create, update } from '../../../shared/journal/change.ts'
import { showAgain } from '../../../db/hiddenRow.ts'
import { idReader, takeWording, type Wording, type WordingColumns } from '../../../shared/wording/takeWording.ts'
import { columnIndex } from '../csv/columns.ts'
import { csvRows } from '../csv/csvRows.ts'
import { type CsvFile, examineCsv } from '../csv/examineCsv.ts'
import { differingFields } from '../differingFields.ts'
import type { JobContext } from '../handler.ts'
import { fileSource } from '../table/byteSource.ts'
import { storeScope } from '../teamMember.ts'
import { wordedFrameworks } from './frameworks.ts'

/** What columns are usually called, in lower case. */
const usualNames = {
  id: ['id', 'criterion', 'criterion id', 'control', 'control id', 'clause', 'requirement', 'reference', 'ref'],
  text: ['text', 'wording', 'description', 'criterion text', 'requirement text'],
  title: ['title', 'name', 'short title'],
  pointsOfFocus: ['points of focus', 'point of focus', 'guidance'],
}

/**
 * Takes the firm's own wording of a framework as one command. It is journaled with the store and with no engagement, so that no
 * bundle carries it: a licence of the firm is not one of whoever receives a bundle.
 * @throws DomainError as the contract of `wording.import` lists
 */
export async function importWording(
  { framework, file, columns: named }: CheckedParamsOf<'wording.import'>,
  { reader, resolvePath, signal, pause, progress, commit }: JobContext,
): Promise<ResultOf<'wording.import'>> {
  const source = await examineCsv(fileSource(resolvePath(file)), {}, signal)
  const columns = columnsOf(source, named)
  const ids = wordedFrameworks.find((one) => one.framework === framework)?.ids ?? []
  const idOf = idReader(ids)
  const taken = new Map<string, Wording>()
  const rows = new Map<string, number>()
  const rejected: RejectedRow[] = []
  for await (const slice of csvRows(source, {
    signal,
    onProgress: (bytes) => progress(bytes, source.bytes, 'Reading'),
  })) {
    for (const row of slice) {
      const read = takeWording(columns, idOf, rows, row)
      if (read.wording === null) rejected.push(read.rejected)
      else {
        taken.set(read.wording.requirementId, read.wording)
        rows.set(read.wording.requirementId, row.row)
      }
    }
    await pause()
  }
  if (taken.size === 0) throw new DomainError('wording.nothing_to_take')
  return commit(() => {
    const changes = [...taken.values()].map((wording) => wordingChanges(reader, framework, wording))
    const imported = changes.filter((each) => each.length > 0).length
    return {
      engagementId: storeScope,
      changes: changes.flat(),
      answer: () => ({ imported, unchanged: taken.size - imported, rejected }),
    }
  })
}

function wordingChanges(reader: Reader, framework: Framework, { requirementId, title, text }: Wording): Change[] {
  const id = `${framework}:${requirementId}`
  const before = reader.get('firmWording', id)
  return before === undefined
    ? [...create('firmWording', id, { framework, requirementId, title, text }), ...showAgain(reader, 'firmWording', id)]
    : update('firmWording', id, differingFields(before, { title, text }))
}

function columnsOf({ header }: CsvFile, named: CheckedParamsOf<'wording.import'>['columns']): WordingColumns {
  const usual = (field: keyof typeof usualNames) =>
    header.find((name) => usualNames[field].includes(name.trim().toLowerCase()))
  const column = (name: string) => ({ at: columnIndex(header, name), name })
  const optional = (field: 'title' | 'pointsOfFocus') => {
    const name = named === undefined ? usual(field) : named[field]
    return name === undefined ? null : column(name)
  }
  return {
    id: column(named?.id ?? usual('id') ?? 'id'),
    text: column(named?.text ?? usual('text') ?? 'text'),
    title: optional('title'),
    pointsOfFocus: optional('pointsOfFocus'),
  }
}
