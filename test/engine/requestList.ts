import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import type { ParamsOf, ResultOf } from '../../shared/contract/index.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { addControl, addPopulation, openEngagement } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

/** A list as the client has it before them: its header, and its rows. */
export type ClientList = { header: string[]; rows: string[][] }

/** What the client writes into a list: by item id, by the head of the column. */
export type ClientAnswers = Record<string, Record<string, string>>

/** An engagement with a sample of all three rows of a population, and one attribute that is tested on it. */
export class Asking {
  readonly engine: TestEngine
  readonly engagementId: string
  readonly controlId: string
  readonly sampleId: string
  readonly procedureId: string

  private constructor(
    engine: TestEngine,
    ids: Pick<Asking, 'engagementId' | 'controlId' | 'sampleId' | 'procedureId'>,
  ) {
    this.engine = engine
    this.engagementId = ids.engagementId
    this.controlId = ids.controlId
    this.sampleId = ids.sampleId
    this.procedureId = ids.procedureId
  }

  static async open(): Promise<Asking> {
    const { engine, engagementId } = await openEngagement()
    return Asking.sampleIn(engine, engagementId)
  }

  /** The same in another engagement of the same store. */
  static async sampleIn(engine: TestEngine, engagementId: string): Promise<Asking> {
    const controlId = await addControl(engine, engagementId)
    const rows = ['0001,2026-01-05,billing', '0002,2026-02-05,infra', '=3,2026-03-05,billing']
    const columns = { date: 'day', stratum: 'system' }
    const populationId = await addPopulation(engine, engagementId, rows, { columns })
    const { sampleId } = await engine.call('sample.draw', { populationId, controlId, method: 'all' })
    const { procedureId } = await engine.call('procedure.save', {
      controlId,
      sampleId,
      nature: 'inspection',
      text: 'Inspect the ticket.',
      attributes: [{ letter: 'A', text: 'Approved by a second person' }],
    })
    return new Asking(engine, { engagementId, controlId, sampleId, procedureId })
  }

  file(name: string): FileRef {
    return join(this.engine.folder, name) as FileRef
  }

  async ask(params: Partial<ParamsOf<'request.fromSample'>> = {}): Promise<string> {
    const { sampleId } = this
    const asked = { sampleId, dueOn: '2026-11-30', columns: ['system'], ...params }
    return (await this.engine.call('request.fromSample', asked)).requestId
  }

  get(requestId: string): Promise<ResultOf<'request.get'>> {
    return this.engine.call('request.get', { requestId })
  }

  take(requestId: string, file: FileRef, params: Partial<ParamsOf<'request.import'>> = {}) {
    return this.engine.call('request.import', { requestId, file, ...params })
  }

  /** What was recorded, in the order of the items. */
  async said(requestId: string) {
    return (await this.get(requestId)).items.map(({ answer }) => answer?.answer)
  }

  /** Exports a list as CSV and reads it as the client's program does. */
  async csvList(requestId: string): Promise<ClientList> {
    const file = this.file('list.csv')
    await this.engine.call('request.export', { requestId, file })
    const [header = [], ...rows] = parse(await readFile(file), { bom: true })
    return { header, rows }
  }

  /** Exports a list as a workbook and reads its first sheet. */
  async xlsxList(requestId: string): Promise<ClientList> {
    const file = this.file('list.xlsx')
    await this.engine.call('request.export', { requestId, file })
    const [header = [], ...rows] = (await readXlsx(await readFile(file))).sheets[0]?.rows ?? []
    return { header: header.map(String), rows: rows.map((row) => row.map((cell) => String(cell ?? ''))) }
  }

  /** @returns the list as CSV, as it comes back: `;` between cells, as programs of many countries write it */
  async csvBack(list: ClientList, name = 'back.csv'): Promise<FileRef> {
    const line = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')
    await writeFile(this.file(name), [list.header, ...list.rows].map(line).join('\r\n'))
    return this.file(name)
  }

  /** @returns the list as a workbook, behind a sheet of the client's own */
  async xlsxBack({ header, rows }: { header: string[]; rows: (string | Date)[][] }): Promise<FileRef> {
    const own = { name: 'Contents', rows: [['See the other sheet.']] }
    const bytes = await writeXlsx({ sheets: [own, { name: 'Items', rows: [header, ...rows] }] })
    await writeFile(this.file('back.xlsx'), bytes)
    return this.file('back.xlsx')
  }
}

/** @returns a list in which the client wrote */
export function filled({ header, rows }: ClientList, answers: ClientAnswers): ClientList {
  const idAt = header.indexOf('Item id')
  const write = (row: string[]) =>
    row.map((cell, at) => answers[row[idAt]?.replace(/^'/, '') ?? '']?.[header[at] ?? ''] ?? cell)
  return { header, rows: rows.map(write) }
}
