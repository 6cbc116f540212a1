import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Reader } from '../../db/reader.ts'
import { snakeCase } from '../../db/table.ts'
import { contract, type MethodName } from '../../shared/contract/index.ts'
import { entities, type EntityName } from '../../shared/model/entities.ts'
import { belongsToStore } from '../../shared/model/scope.ts'
import { minimalParams } from './minimalParams.ts'
import { type OnePaperEach, openOnePaperEach } from './onePaperEach.ts'

let work: OnePaperEach

beforeEach(async () => {
  work = await openOnePaperEach()
})
afterEach(() => work.engine.close())

/** Of these an engagement has one, and of engagements there are few. */
const oneEach = new Set<EntityName>(['engagement', 'engagementDates', 'engagementLock', 'destruction'])

/** Tables whose rows are many, and those of every engagement of the store. */
const shared = new Set(
  (Object.keys(entities) as EntityName[])
    .filter((entity) => !oneEach.has(entity) && !belongsToStore(entity))
    .map((entity) => snakeCase(entity)),
)

/** Calls every query with the ids of the papers that there are. @param whole with every parameter that there is @returns the SELECTs that answered */
async function askEverything(whole: boolean): Promise<Set<string>> {
  const asked = new Set<string>()
  const spies = (['all', 'one', 'each'] as const).map((way) => {
    const read = Reader.prototype[way]
    return vi.spyOn(Reader.prototype, way).mockImplementation(function (this: Reader, sql, bindings) {
      asked.add(sql)
      return read.call(this, sql, bindings)
    })
  })
  const queries = Object.entries(contract).filter(([, { kind }]) => kind === 'query') as [MethodName, unknown][]
  for (const [method] of queries) {
    // Several refuse, as there is nothing of that kind; what they looked up until then counts.
    await work.engine.callRaw(method, minimalParams(method, work.papers, { whole })).catch(() => undefined)
  }
  for (const spy of spies) spy.mockRestore()
  return asked
}

/** @returns how SQLite goes about a statement, step by step, each within another or within the whole */
function planOf(sql: string): { parent: number; detail: string }[] {
  const names = [...new Set([...sql.matchAll(/[@]([a-z]\w*)/giu)].map(([, name]) => name ?? ''))]
  return work.engine
    .reader()
    .all<{ parent: number; detail: string }>(
      `EXPLAIN QUERY PLAN ${sql}`,
      Object.fromEntries(names.map((name) => [name, null])),
    )
}

/** @returns the shared tables that a statement reads from end to end, by the names that it gives them */
function readWhole(sql: string): string[] {
  const scanned = planOf(sql).flatMap(({ detail }) => /^SCAN (\w+)/u.exec(detail)?.[1] ?? [])
  const tableOf = (name: string) =>
    new RegExp(`\\b(?:FROM|JOIN)\\s+"?(\\w+)"?\\s+AS\\s+"?${name}"?\\b`, 'u').exec(sql)?.[1]
  return scanned.map((name) => tableOf(name) ?? name).filter((table) => shared.has(table))
}

describe('a store of many engagements', () => {
  it('is read by way of the engagement or the paper that is asked for', async () => {
    const asked = new Set([...(await askEverything(false)), ...(await askEverything(true))])
    expect(asked.size).toBeGreaterThan(150)
    const found = [...asked].flatMap((sql) => {
      const tables = readWhole(sql)
      return tables.length === 0 ? [] : [`${tables.join(', ')}: ${sql.replaceAll(/\s+/gu, ' ')}`]
    })
    expect(found).toEqual([])
  })

  it('counts the results of test sheets along an index that holds all of it, and sorts none of them', async () => {
    const asked = new Set([...(await askEverything(false)), ...(await askEverything(true))])
    const counting = [...asked].filter((sql) => sql.includes('recorded AS MATERIALIZED'))
    expect(counting.length).toBeGreaterThanOrEqual(3)
    for (const sql of counting) {
      const plan = planOf(sql)
      const counted = plan.find(({ detail }) => detail.startsWith('SEARCH result '))
      expect(counted?.detail).toContain('USING COVERING INDEX')
      const beside = plan.filter(({ parent }) => parent === counted?.parent).map(({ detail }) => detail)
      expect(beside).not.toContain('USE TEMP B-TREE FOR GROUP BY')
    }
  })
})
