import type { ParamsOf } from '../../../shared/contract/index.ts'
import { demoFile } from '../demoFile.ts'
import type { Call } from '../handler.ts'

type Columns = ParamsOf<'population.import'>['columns']

const lists: { name: string; file: string; columns: Columns; system: string }[] = [
  {
    name: 'Changes',
    file: 'changes.csv',
    columns: { itemId: 'change_id', date: 'deployed', stratum: 'system' },
    system: 'Deployment pipeline',
  },
  {
    name: 'New hires',
    file: 'new_hires.csv',
    columns: { itemId: 'hire_id', date: 'start_date', stratum: 'system' },
    system: 'Staff register',
  },
  {
    name: 'Leavers',
    file: 'terminations.csv',
    columns: { itemId: 'term_id', date: 'last_day' },
    system: 'Staff register',
  },
  {
    name: 'Incidents',
    file: 'incidents.csv',
    columns: { itemId: 'incident_id', date: 'reported' },
    system: 'Ticket system',
  },
  { name: 'Backups', file: 'backups.csv', columns: { itemId: 'job_id', date: 'date' }, system: 'Backup server' },
  { name: 'Access reviews', file: 'access_reviews.csv', columns: { itemId: 'review_id' }, system: 'Identity provider' },
]

/** Imports the lists of the sample engagement, settles what their checks name, and concludes. @returns their ids by name */
export async function demoPopulations(call: Call, engagementId: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const { name, file, columns, system } of lists) {
    const source = { system, extractedBy: 'Client, observed on screen', extractedOn: '2026-10-12' }
    const imported = await call('population.import', { engagementId, name, file: demoFile(file), columns, source })
    const { populationId, duplicates, outOfPeriod } = imported
    const repeated = duplicates
      .flatMap(({ rows }) => rows.slice(1))
      .map((row) => ({ row, reason: 'The same row twice' }))
    const outside = outOfPeriod.map(({ row }) => ({ row, reason: 'Outside the observation period' }))
    const decisions = [...repeated, ...outside].map((decision) => ({ ...decision, decision: 'exclude' as const }))
    if (decisions.length > 0) await call('population.settle', { populationId, decisions })
    await call('population.conclude', {
      populationId,
      complete: true,
      accurate: true,
      procedure: 'Watched the query and its row count on screen; traced ten rows to the source.',
    })
    ids.set(name, populationId)
  }
  return ids
}
