import { describe, expect, it } from 'vitest'
import { RunningJobs } from '../../../electron/engine/runningJobs.ts'

const state = (jobId: string, method: string) => ({ jobId, method, title: '', done: 0, total: 0, phase: '' })

describe('the jobs under way', () => {
  it('leave the way where the program began them by itself, and those of people go on', async () => {
    const jobs = new RunningJobs()
    const own = jobs.begin(state('1', 'search.update'))
    const asked = jobs.begin(state('2', 'population.import'))
    own.addEventListener('abort', () => jobs.end('1'))
    await jobs.stopOwn()
    expect([own.aborted, asked.aborted]).toEqual([true, false])
    expect(jobs.list().map(({ jobId }) => jobId)).toEqual(['2'])
  })

  it('are waited for until they have ended', async () => {
    const jobs = new RunningJobs()
    jobs.begin(state('1', 'store.backupDue'))
    let isOver = false
    const stopped = jobs.stopOwn().then(() => (isOver = true))
    await Promise.resolve()
    expect(isOver).toBe(false)
    jobs.end('1')
    await stopped
    expect(isOver).toBe(true)
  })
})
