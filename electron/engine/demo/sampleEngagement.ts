import engagementFile from '../../../resources/demo/engagement.json' with { type: 'json' }
import { demoFile } from '../demoFile.ts'
import type { JobContext } from '../handler.ts'
import { testChanges } from './controlTest.ts'
import { demoPopulations } from './populations.ts'

/**
 * Puts the sample engagement (an invented client) into the store, through the public methods only, as whoever is signed in
 * would.
 */
export async function createSample(_params: unknown, context: JobContext): Promise<{ engagementId: string }> {
  const { call, progress, pause } = context
  const stages = 3
  progress(0, stages, 'Controls')
  const { client, period } = engagementFile
  const { engagementId } = await call('engagement.create', {
    client,
    reportType: 'type2',
    period,
    categories: ['security', 'availability', 'confidentiality', 'processing_integrity', 'privacy'],
  })
  await call('control.import', { engagementId, file: demoFile('controls.csv') })
  await pause()
  progress(1, stages, 'Populations')
  const populations = await demoPopulations(call, engagementId)
  await pause()
  progress(2, stages, 'Tests')
  await testChanges(call, engagementId, populations)
  return { engagementId }
}
