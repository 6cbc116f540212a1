import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { addControl, entriesOf, openEngagement } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine | undefined

afterEach(async () => {
  await engine?.close()
  engine = undefined
})

const today = '2026-11-24'

async function withList(text: string) {
  const opened = await openEngagement()
  engine = opened.engine
  const { engine: client, engagementId } = opened
  const controlId = await addControl(client, engagementId)
  const file = join(client.folder, 'pbc.csv') as FileRef
  await writeFile(file, text)
  const take = (dryRun = false) => client.call('request.importRegister', { engagementId, file, dryRun })
  const list = async () => (await client.call('request.list', { engagementId, today })).requests
  return { client, engagementId, controlId, take, list }
}

describe('a list of requests from a file', () => {
  it('becomes requests with the next numbers, as one command that undo takes back', async () => {
    const { client, engagementId, take, list } = await withList(
      'Title,Owner,Due,Control,Priority\nOrg chart,Rosa Lind,2026-12-01,CHG-01,HIGH\nPolicies,,,,\n,Nobody,,,\nMinutes,,,,soon\n',
    )
    await client.call('request.create', { engagementId, kind: 'other', title: 'Policies', text: 'All of them.' })
    expect(await take(true)).toMatchObject({
      requests: [{ row: 2 }],
      known: [{ row: 3 }],
      rejected: [{ row: 4 }, { row: 5, column: 'Priority', code: 'request.unknown_priority' }],
    })
    expect(await list()).toHaveLength(1)
    const before = await entriesOf(client, engagementId)
    await take()
    expect(await list()).toMatchObject([
      {
        ref: 'REQ-2',
        title: 'Org chart',
        owner: 'Rosa Lind',
        dueOn: '2026-12-01',
        priority: 'high',
        subject: 'CHG-01 Change approval',
      },
      { ref: 'REQ-1' },
    ])
    expect(await entriesOf(client, engagementId)).toBe(before + 1)
    await take()
    expect(await entriesOf(client, engagementId)).toBe(before + 1)
    await client.call('journal.undo', { engagementId })
    expect((await list()).map(({ ref }) => ref)).toEqual(['REQ-1'])
  })

  it('stands in the order of the numbers where all is due on one day', async () => {
    const titles = Array.from({ length: 12 }, (_, at) => `Minutes of month ${at + 1}`)
    const { take, list } = await withList(`Title,Due\n${titles.map((title) => `${title},2026-12-01\n`).join('')}`)
    await take()
    expect((await list()).map(({ title }) => title)).toEqual(titles)
  })

  it('takes the register that was written before', async () => {
    const { client, engagementId, controlId, list } = await withList('')
    await client.call('request.create', {
      engagementId,
      kind: 'other',
      title: 'Chart',
      text: '=of today',
      owner: 'Rosa Lind',
      dueOn: '2026-12-01',
      priority: 'low',
      controlId,
    })
    const file = join(client.folder, 'register.xlsx') as FileRef
    await client.call('request.exportRegister', { engagementId, file, today })
    const [{ requestId } = { requestId: '' }] = await list()
    await client.call('request.close', { requestId, reason: 'Done.' })
    await client.call('request.importRegister', { engagementId, file })
    const open = (await list()).filter(({ status }) => status === 'open')
    expect(open).toMatchObject([
      {
        ref: 'REQ-2',
        title: 'Chart',
        text: '=of today',
        owner: 'Rosa Lind',
        dueOn: '2026-12-01',
        priority: 'low',
        controlId,
      },
    ])
  })

  it('of more rows than such a list has changes nothing', async () => {
    const { client, engagementId, take } = await withList(
      `Title\n${Array.from({ length: 5_001 }, (_, at) => `Request ${at}`).join('\n')}\n`,
    )
    const before = await entriesOf(client, engagementId)
    await expect(take()).rejects.toMatchObject({ code: 'table.too_many_rows', details: { limit: 5_000 } })
    expect(await entriesOf(client, engagementId)).toBe(before)
  })

  it('without a title changes nothing', async () => {
    const { client, engagementId, take } = await withList('Name\nChart\n')
    const before = await entriesOf(client, engagementId)
    await expect(take()).rejects.toMatchObject({ code: 'request.no_title_column' })
    expect(await entriesOf(client, engagementId)).toBe(before)
  })
})
