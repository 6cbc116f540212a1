import type { z } from 'zod'
import { assignmentContract } from './assignment.ts'
import { bundleContract } from './bundle.ts'
import { bundleImportContract } from './bundleImport.ts'
import { colleagueContract } from './colleague.ts'
import { compareContract } from './compare.ts'
import { conclusionContract } from './conclusion.ts'
import { conflictContract } from './conflict.ts'
import { controlContract } from './control.ts'
import { coverageContract } from './coverage.ts'
import { criterionContract } from './criterion.ts'
import { dashboardContract } from './dashboard.ts'
import { descriptionContract } from './description.ts'
import { deviationContract } from './deviation.ts'
import { engagementContract } from './engagement.ts'
import { evaluationContract } from './evaluation.ts'
import { evidenceContract } from './evidence.ts'
import { exchangeContract } from './exchange.ts'
import { followUpContract } from './followUp.ts'
import { gatesContract } from './gates.ts'
import { hoursContract } from './hours.ts'
import { isoContract } from './iso.ts'
import { jobContract } from './job.ts'
import { journalContract } from './journal.ts'
import { letterContract } from './letter.ts'
import { libraryContract } from './library.ts'
import { lockContract } from './lock.ts'
import { listContract } from './list.ts'
import { narrativeContract } from './narrative.ts'
import { noteContract } from './note.ts'
import { opinionContract } from './opinion.ts'
import { paperContract } from './paper.ts'
import { packageContract } from './package.ts'
import { periodMarkContract } from './periodMark.ts'
import { planContract } from './plan.ts'
import { policyContract } from './policy.ts'
import { practitionerContract } from './practitioner.ts'
import { populationContract } from './population.ts'
import { populationImportContract } from './populationImport.ts'
import { populationRowsContract } from './populationRows.ts'
import { printContract } from './print.ts'
import { priorContract } from './prior.ts'
import { procedureContract } from './procedure.ts'
import { recordContract } from './record.ts'
import { releaseContract } from './release.ts'
import { reportContract } from './report.ts'
import { requestContract } from './request.ts'
import { resultContract } from './result.ts'
import { reviewContract } from './review.ts'
import { rollForwardContract } from './rollForward.ts'
import { sampleContract } from './sample.ts'
import { samplingContract } from './sampling.ts'
import { scopeContract } from './scope.ts'
import { searchContract } from './search.ts'
import { signOffContract } from './signOff.ts'
import { signerContract } from './signer.ts'
import { backupContract } from './backup.ts'
import { unsavedContract } from './unsaved.ts'
import { storeContract } from './store.ts'
import { tickmarkContract } from './tickmark.ts'
import { subserviceContract } from './subservice.ts'
import { walkthroughContract } from './walkthrough.ts'
import { wordingContract } from './wording.ts'
import { workpapersContract } from './workpapers.ts'

/** The single list of what the engine can do. A method that is not in it does not exist. */
export const contract = {
  ...storeContract,
  ...backupContract,
  ...unsavedContract,
  ...practitionerContract,
  ...jobContract,
  ...engagementContract,
  ...rollForwardContract,
  ...priorContract,
  ...compareContract,
  ...followUpContract,
  ...lockContract,
  ...gatesContract,
  ...dashboardContract,
  ...criterionContract,
  ...scopeContract,
  ...controlContract,
  ...populationContract,
  ...populationImportContract,
  ...populationRowsContract,
  ...samplingContract,
  ...policyContract,
  ...periodMarkContract,
  ...planContract,
  ...sampleContract,
  ...searchContract,
  ...coverageContract,
  ...evaluationContract,
  ...procedureContract,
  ...subserviceContract,
  ...walkthroughContract,
  ...libraryContract,
  ...requestContract,
  ...resultContract,
  ...tickmarkContract,
  ...deviationContract,
  ...conclusionContract,
  ...opinionContract,
  ...descriptionContract,
  ...isoContract,
  ...wordingContract,
  ...workpapersContract,
  ...evidenceContract,
  ...packageContract,
  ...letterContract,
  ...narrativeContract,
  ...hoursContract,
  ...paperContract,
  ...signOffContract,
  ...noteContract,
  ...reviewContract,
  ...assignmentContract,
  ...recordContract,
  ...releaseContract,
  ...reportContract,
  ...journalContract,
  ...bundleContract,
  ...listContract,
  ...printContract,
  ...bundleImportContract,
  ...colleagueContract,
  ...signerContract,
  ...conflictContract,
  ...exchangeContract,
} as const

export type Contract = typeof contract
export type MethodName = keyof Contract

/** What a caller may send. */
export type ParamsOf<M extends MethodName> = z.input<Contract[M]['params']>
/** What a handler receives: validated, defaults filled in. */
export type CheckedParamsOf<M extends MethodName> = z.output<Contract[M]['params']>
export type ResultOf<M extends MethodName> = z.output<Contract[M]['result']>
