import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { documentOf } from '../../shared/richText/paragraphs.ts'
import { auditor, engagementOf, handOver } from './auditors.ts'
import { openEngagement } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine | undefined

afterEach(async () => {
  await engine?.close()
  engine = undefined
})

async function described(scope: Parameters<typeof openEngagement>[0] = {}) {
  const opened = await openEngagement(scope)
  engine = opened.engine
  const { engine: client, engagementId } = opened
  const checks = async () => (await client.call('description.checklist', { engagementId })).checks
  const check = async (criterionId: string) => (await checks()).find((one) => one.criterionId === criterionId)
  const section = (text: string, fields: object = {}) =>
    client.call('description.saveSection', {
      engagementId,
      criterionId: 'DC 1',
      title: 'Services',
      content: documentOf(text),
      ...fields,
    })
  return { client, engagementId, checks, check, section }
}

const asOf = { reportType: 'type1', asOf: '2026-09-30', period: undefined } as const

describe('the checklist of the description', () => {
  it('has nine criteria for a period and eight for a day', async () => {
    const { checks } = await described()
    expect((await checks()).map(({ criterionId }) => criterionId)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `DC ${n}`),
    )
    await engine?.close()
    const { checks: ofType1, section } = await described(asOf)
    expect((await ofType1()).map(({ criterionId }) => criterionId)).not.toContain('DC 9')
    await expect(section('It grew.', { criterionId: 'DC 9' })).rejects.toMatchObject({
      code: 'description.not_in_type1',
    })
  })

  it('is complete with a paragraph, what shows that it was implemented, and what a person found', async () => {
    const { client, engagementId, check, section } = await described()
    const { sectionId } = await section('Meridian keeps ledgers.\nIt answers by mail.')
    await client.call('description.link', { sectionId, criterionId: 'DC 1', paragraph: 'Meridian keeps ledgers.' })
    expect((await check('DC 1'))?.open).toEqual([
      'No evidence, and no words, on how it was seen to be implemented.',
      'Nobody said yet whether it is presented.',
    ])
    const file = join(client.folder, 'catalogue.txt') as FileRef
    await writeFile(file, 'the service catalogue')
    const target = (await check('DC 1'))?.target ?? { entity: 'descriptionCriterion', id: '' }
    await client.call('evidence.attach', { file, target })
    await client.call('description.assess', { engagementId, criterionId: 'DC 1', outcome: 'presented' })
    expect(await check('DC 1')).toMatchObject({ open: [], evidence: 1, outcome: 'presented', by: 'Ada Cole' })
    const { parts } = await client.call('opinion.propose', { engagementId })
    const missing = parts.find(({ part }) => part === 'description')?.missing ?? []
    expect(missing.some((sentence) => sentence.startsWith('DC 1:'))).toBe(false)
    expect(missing.some((sentence) => sentence.startsWith('DC 2:'))).toBe(true)
  })

  it('says that a linked paragraph was changed since, and takes it again', async () => {
    const { client, check, section } = await described()
    const { sectionId } = await section('Meridian keeps ledgers.')
    const link = { sectionId, criterionId: 'DC 1', paragraph: 'Meridian keeps ledgers.' }
    await client.call('description.link', link)
    await section('Meridian keeps ledgers and invoices.', { sectionId })
    const changed = await check('DC 1')
    expect(changed?.links).toMatchObject([{ stale: true }])
    expect(changed?.open).toContain('1 linked paragraph was changed since: link anew.')
    await expect(client.call('description.link', link)).rejects.toMatchObject({
      code: 'description.paragraph_not_found',
    })
    await client.call('description.unlink', { linkId: changed?.links[0]?.linkId ?? '' })
    await client.call('description.link', { ...link, paragraph: 'Meridian keeps ledgers and invoices.' })
    expect((await check('DC 1'))?.links).toMatchObject([{ stale: false }])
  })

  it('asks for what other papers know: a criterion set aside, an organisation, a change of the period', async () => {
    const { client, engagementId, check, section } = await described()
    await client.call('criterion.setAside', { engagementId, criterionId: 'CC6.4', reason: 'Carved out.' })
    const host = { engagementId, name: 'Northgrid', service: 'Hosting', method: 'carve_out' } as const
    await client.call('subservice.save', host)
    const change = { engagementId, changedOn: '2026-03-01', title: 'New host', text: 'Moved.' }
    const { changeId } = await client.call('significantChange.save', change)
    expect((await check('DC 7'))?.open).toContain('Northgrid is not named in the description.')
    expect((await check('DC 8'))?.open).toContain('CC6.4 was set aside; the description does not say so.')
    expect((await check('DC 9'))?.open).toContain('The change of 2026-03-01 (New host) is not described yet.')
    await section('Northgrid hosts the system; CC6.4 does not apply.')
    await client.call('significantChange.save', { ...change, changeId, described: true })
    const sentences = (await Promise.all(['DC 7', 'DC 8', 'DC 9'].map(check))).flatMap((one) => one?.open ?? [])
    expect(sentences.filter((sentence) => /named|aside|change of/.test(sentence))).toEqual([])
  })

  it('needs the reason why a criterion is not presented, which then asks for a judgement', async () => {
    const { client, engagementId } = await described()
    const found = { engagementId, criterionId: 'DC 4', outcome: 'not_presented' } as const
    await expect(client.call('description.assess', found)).rejects.toMatchObject({
      code: 'description.reasoning_required',
    })
    await client.call('description.assess', { ...found, reasoning: 'The outage of May is left out.' })
    const { parts } = await client.call('opinion.propose', { engagementId })
    expect(parts[0]).toMatchObject({ part: 'description', proposal: 'qualified', ready: false })
    expect(parts[0]?.paragraphs.map(({ kind, criteria }) => [kind, criteria])).toEqual([
      ['opinion', []],
      ['basis', ['DC 4']],
    ])
  })
})

describe('significant changes', () => {
  it('lie within the period, and a report as of a date has none', async () => {
    const { client, engagementId } = await described()
    const change = { engagementId, changedOn: '2026-10-01', title: 'New host', text: 'Moved.' }
    await expect(client.call('significantChange.save', change)).rejects.toMatchObject({
      code: 'significantChange.outside_period',
    })
    await client.call('significantChange.save', { ...change, changedOn: '2026-09-30' })
    await engine?.close()
    const other = await described(asOf)
    await expect(
      other.client.call('significantChange.save', { ...change, engagementId: other.engagementId }),
    ).rejects.toMatchObject({ code: 'significantChange.needs_period' })
  })
})

describe('the text of a section', () => {
  it.each([
    [
      'a link',
      {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'link' }] }] }],
      },
    ],
    ['a picture', { type: 'doc', content: [{ type: 'image', attrs: { src: 'http://127.0.0.1/' } }] }],
    ['a field of its own', { type: 'doc', content: [{ type: 'paragraph', onclick: 'x' }] }],
    ['no document', { type: 'paragraph' }],
  ])('is refused with %s', async (_what, content) => {
    const { client, engagementId } = await described()
    const params = { engagementId, title: 'Services', content }
    await expect(client.callRaw('description.saveSection', params)).rejects.toMatchObject({
      code: 'call.invalid_params',
    })
  })

  it('is refused with lists deeper than a page shows, however deep', async () => {
    const { client, engagementId } = await described()
    let block: object = { type: 'paragraph' }
    for (let depth = 0; depth < 5000; depth += 1) {
      block = { type: 'bulletList', content: [{ type: 'listItem', content: [block] }] }
    }
    const params = { engagementId, title: 'Services', content: { type: 'doc', content: [block] } }
    await expect(client.callRaw('description.saveSection', params)).rejects.toMatchObject({
      code: 'call.invalid_params',
    })
  })
})

describe('a section that two people wrote apart', () => {
  it('is one thing to decide, and its words follow the text that was decided on', async () => {
    const [ada, ben] = [await auditor('Ada Cole'), await auditor('Ben Ruiz')]
    const { engagementId } = await engagementOf(ada)
    const begun = { engagementId, title: 'Services' }
    const { sectionId } = await ada.call('description.saveSection', { ...begun, content: documentOf('As begun.') })
    await handOver(ada, ben, engagementId)
    const rewritten = { ...begun, sectionId }
    await ada.call('description.saveSection', { ...rewritten, content: documentOf('As Ada wrote it.') })
    await ben.call('description.saveSection', { ...rewritten, content: documentOf('As Ben wrote it.') })
    await handOver(ben, ada, engagementId)
    const { conflicts } = await ada.call('conflict.list', { engagementId })
    expect(conflicts).toMatchObject([{ entity: 'descriptionSection', field: 'content' }])
    expect(conflicts[0]?.context.map(({ field }) => field)).not.toContain('plain')
    const words = [{ type: 'text', text: 'As both agreed.' }]
    const value = { type: 'doc', content: [{ type: 'paragraph', content: words }] }
    await ada.call('conflict.resolve', { conflictId: conflicts[0]?.conflictId ?? '', value })
    const { hits } = await ada.call('search.query', { text: 'agreed', engagementId })
    expect(hits).toMatchObject([{ entity: 'descriptionSection', id: sectionId, excerpt: 'As both agreed.' }])
  })
})
