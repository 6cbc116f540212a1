import { backupErrors } from './backup.ts'
import { blobErrors } from './blob.ts'
import { bundleErrors } from './bundle.ts'
import { callErrors } from './call.ts'
import { engagementErrors } from './engagement.ts'
import { exchangeErrors } from './exchange.ts'
import { fileErrors } from './file.ts'
import { frameworkErrors } from './framework.ts'
import { keyringErrors } from './keyring.ts'
import { letterErrors } from './letter.ts'
import { lockErrors } from './lock.ts'
import { listErrors } from './list.ts'
import { hoursErrors } from './hours.ts'
import { narrativeErrors } from './narrative.ts'
import { packageErrors } from './package.ts'
import { periodErrors } from './period.ts'
import { policyErrors } from './policy.ts'
import { populationErrors } from './population.ts'
import { printErrors } from './print.ts'
import { priorErrors } from './prior.ts'
import { releaseErrors } from './release.ts'
import { reportErrors } from './report.ts'
import { requestErrors } from './request.ts'
import { reviewErrors } from './review.ts'
import { sampleErrors } from './sample.ts'
import { samplingErrors } from './sampling.ts'
import { searchErrors } from './search.ts'
import { storeErrors } from './store.ts'
import { subserviceErrors } from './subservice.ts'
import { tableErrors } from './table.ts'
import { testingErrors } from './testing.ts'

/** Every error code that leaves the engine, with its sentence. `{name}` is filled from the error's details. */
export const errorCatalogue = {
  ...callErrors,
  ...storeErrors,
  ...subserviceErrors,
  ...fileErrors,
  ...frameworkErrors,
  ...backupErrors,
  ...blobErrors,
  ...keyringErrors,
  ...bundleErrors,
  ...engagementErrors,
  ...exchangeErrors,
  ...letterErrors,
  ...lockErrors,
  ...listErrors,
  ...hoursErrors,
  ...narrativeErrors,
  ...packageErrors,
  ...releaseErrors,
  ...periodErrors,
  ...policyErrors,
  ...populationErrors,
  ...printErrors,
  ...priorErrors,
  ...reportErrors,
  ...requestErrors,
  ...reviewErrors,
  ...sampleErrors,
  ...samplingErrors,
  ...searchErrors,
  ...tableErrors,
  ...testingErrors,
} as const

export type ErrorCode = keyof typeof errorCatalogue
