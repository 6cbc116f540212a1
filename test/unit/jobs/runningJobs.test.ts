import { describe, expect, it } from 'vitest'
import { RunningJobs } from '../../../electron/engine/runningJobs.ts'

const state = (jobId: string, method: string) => ({ jobId, method, title: '', done: 0, total: 0, phase: '' })

const refused = { code: 'store.work_running' }

it('what the program began by itself gives way, and what people asked for goes on', async () => {
  const jobs = new RunningJobs()
  const asked = jobs.begin(state('1', 'population.import'))
  jobs.begin(state('2', 'search.update')).addEventListener('abort', () => jobs.end('2'))
  await jobs.stopOwn()
  expect(jobs.list().map(({ jobId }) => jobId)).toEqual(['1'])
  expect(asked.aborted).toBe(false)
})

it('what has time is begun once all have ended, also those that came meanwhile', async () => {
  const jobs = new RunningJobs()
  jobs.begin(state('1', 'bundle.export'))
  let hasTime = false
  const resting = jobs.rest().then(() => (hasTime = true))
  jobs.begin(state('2', 'evidence.attach'))
  jobs.end('1')
  await new Promise(setImmediate)
  expect(hasTime).toBe(false)
  jobs.end('2')
  await resting
  expect(hasTime).toBe(true)
})

describe('a job that must be the only one', () => {
  it('is at once where nothing else runs', async () => {
    const jobs = new RunningJobs()
    jobs.begin(state('1', 'store.rekey'))
    await jobs.standAlone('1')
    expect(jobs.list()).toHaveLength(1)
  })

  it('stops what the program began by itself, also what a screen asked for when that had ended, and waits for both', async () => {
    const jobs = new RunningJobs()
    jobs.begin(state('1', 'store.rekey'))
    jobs.begin(state('2', 'store.backupDue')).addEventListener('abort', () => {
      jobs.begin(state('3', 'store.backups')).addEventListener('abort', () => jobs.end('3'))
      jobs.end('2')
    })
    await jobs.standAlone('1')
    expect(jobs.list().map(({ jobId }) => jobId)).toEqual(['1'])
  })

  it('lets what somebody asked for end, and is not the only one before', async () => {
    const jobs = new RunningJobs()
    jobs.begin(state('1', 'store.rekey'))
    const asked = jobs.begin(state('2', 'print.writePdf'))
    let isAlone = false
    const alone = jobs.standAlone('1').then(() => (isAlone = true))
    await Promise.resolve()
    expect([isAlone, asked.aborted]).toEqual([false, false])
    jobs.end('2')
    await alone
    expect(isAlone).toBe(true)
  })

  it('gives up where the work goes on, and leaves it alone', async () => {
    const jobs = new RunningJobs(20)
    jobs.begin(state('1', 'store.rekey'))
    const asked = jobs.begin(state('2', 'population.import'))
    await expect(jobs.standAlone('1')).rejects.toMatchObject(refused)
    expect(asked.aborted).toBe(false)
  })

  it('does not wait for one that waits for it; the next may, once that has ended', async () => {
    const jobs = new RunningJobs()
    jobs.begin(state('1', 'store.rekey'))
    jobs.begin(state('2', 'store.switchUser'))
    const first = jobs.standAlone('1')
    await expect(jobs.standAlone('2')).rejects.toMatchObject(refused)
    jobs.end('2')
    await first
    jobs.end('1')
    jobs.begin(state('3', 'store.rekey'))
    await jobs.standAlone('3')
  })
})
