import { expect, it, onTestFinished } from 'vitest'
import { kindNames } from '../../shared/search/searchKinds.ts'
import { openOnePaperEach } from './onePaperEach.ts'

it('finds a paper of every kind that can be asked for, by its criterion, where it stands, and the ending of its file', async () => {
  const { engine, papers, controlId, engagementId } = await openOnePaperEach()
  onTestFinished(engine.close)
  const find = async (text: string) => (await engine.call('search.query', { text })).hits
  const names = async (text: string) => (await find(text)).map(({ entity, ref }) => `${entity} ${ref}`)
  const { procedureId = '', sampleItemId = '' } = papers
  await engine.call('result.record', { procedureId, sampleItemId, attribute: 'A', outcome: 'pass' })
  const concluded = { aspect: 'operation', outcome: 'not_concluded', rationale: 'Testing goes on.' } as const
  await engine.call('conclusion.save', { target: { entity: 'control', id: controlId }, ...concluded })
  const part = { part: 'operation', form: 'qualified', reasoning: 'As it seems so far.' } as const
  await engine.call('opinion.save', { engagementId, parts: [part], basis: 'Approval was missing.' })
  for (const [kind, entity] of Object.entries(kindNames)) {
    const found = await find(`kind:${kind}`)
    expect(new Set(found.map((hit) => hit.entity)), kind).toEqual(new Set([entity]))
  }
  expect(await names('kind:control criterion:CC8.1')).toEqual(['control CHG-01'])
  expect(await find('kind:control criterion:CC6.1')).toEqual([])
  expect(await names('status:open kind:deviation')).toEqual(['deviation DEV-1'])
  expect(await find('status:closed kind:deviation')).toEqual([])
  expect(await names('kind:evidence type:txt')).toEqual(['evidence ticket.txt'])
  expect(await find('kind:evidence type:pdf')).toEqual([])
  expect(await find('outcome:not_concluded')).toMatchObject([{ entity: 'conclusion' }])
  expect(await find('outcome:qualified')).toMatchObject([{ entity: 'opinion' }])
})
