import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { type CompleteFile, openCompleteFile } from './completeFile.ts'

let file: CompleteFile
beforeEach(async () => (file = await openCompleteFile('type2')))
afterEach(() => file.engine.close())

/** Own words on what a criterion may be looked at by. */
const points = ['Changes are asked for', 'Changes are tested', 'Changes are approved']

async function importWording(framework: 'tsc-2017' | 'dc-200', ...ids: string[]): Promise<number> {
  const path = join(file.engine.folder, `${framework}.csv`) as FileRef
  const rows = ids.map((id) => `${id},Own words on ${id},"${points.join('\n')}"`)
  await writeFile(path, ['Criterion,Text,Points of focus', ...rows, ''].join('\r\n'))
  return (await file.engine.call('wording.import', { framework, file: path })).imported
}

/** Whatever counts, concludes or is given away, without the wording that is shown beside it. */
async function whatCounts(): Promise<string> {
  const { engine, engagementId } = file
  const page = async (method: 'report.export' | 'workpapers.export') => {
    const path = join(engine.folder, 'page.html') as FileRef
    await engine.call(method, { engagementId, format: 'html', file: path })
    return readFile(path, 'utf8')
  }
  const answers = [
    await engine.call('engagement.gates', { engagementId }),
    await engine.call('dashboard.engagement', { engagementId, today: '2026-10-20' }),
    await engine.call('scope.gaps', { engagementId }),
    await engine.call('criterion.list', { engagementId }),
    await engine.call('description.checklist', { engagementId }),
    await engine.call('conclusion.list', { engagementId }),
    await engine.call('opinion.propose', { engagementId }),
    await engine.call('report.document', { engagementId }),
    await engine.call('iso.view', { engagementId, edition: '2022' }),
    await page('report.export'),
    await page('workpapers.export'),
  ]
  return JSON.stringify(answers, (key, value: unknown) => (key === 'wording' ? undefined : value), 1)
}

it('points of focus are shown with their criterion as guidance, and no gate, coverage, conclusion, report or export counts them', async () => {
  const { engine, engagementId } = file
  const before = await whatCounts()
  expect(await importWording('tsc-2017', 'CC8.1', 'CC6.1')).toBe(2)
  expect(await importWording('dc-200', 'DC 1')).toBe(1)
  const { criteria } = await engine.call('criterion.list', { engagementId })
  const shown = criteria.find(({ criterionId }) => criterionId === 'CC8.1')?.wording
  expect(shown).toBe(
    `Own words on CC8.1\n\nPoints of focus (guidance, never counted as passed or failed):\n${points.join('\n')}`,
  )
  expect(criteria).toHaveLength(33)
  expect(await whatCounts()).toBe(before)
  expect(before).not.toContain(points[0])
})

it('a point of focus is no requirement: a row of its own is refused, and nothing can be concluded on it', async () => {
  const { engine, engagementId } = file
  await expect(importWording('tsc-2017', 'CC8.1 point 2')).rejects.toMatchObject({ code: 'wording.nothing_to_take' })
  await expect(
    engine.call('conclusion.save', {
      target: { entity: 'criterion', id: 'CC8.1 point 2', engagementId },
      aspect: 'design',
      outcome: 'effective',
      rationale: 'As the papers show.',
    }),
  ).rejects.toMatchObject({ code: 'criterion.not_in_scope' })
})
