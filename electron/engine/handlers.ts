import type { Contract } from '../../shared/contract/index.ts'
import { assignment } from './assignment.ts'
import { bundle } from './bundle.ts'
import { bundleImport } from './bundleImport.ts'
import { colleague } from './colleague.ts'
import { compare } from './compare.ts'
import { conclusion } from './conclusion.ts'
import { conflict } from './conflict.ts'
import { control } from './control.ts'
import { criterion } from './criterion.ts'
import { dashboard } from './dashboard.ts'
import { description } from './description.ts'
import { deviation } from './deviation.ts'
import { engagement } from './engagement.ts'
import { evidence } from './evidence.ts'
import { exchange } from './exchange.ts'
import { followUp } from './followUp.ts'
import { gates } from './gates.ts'
import type { Handlers } from './handler.ts'
import { iso } from './iso.ts'
import { job } from './job.ts'
import { journal } from './journal.ts'
import { letter } from './letter.ts'
import { library } from './library.ts'
import { lock } from './lock.ts'
import { list } from './list.ts'
import { hours } from './hours.ts'
import { narrative } from './narrative.ts'
import { note } from './note.ts'
import { opinion } from './opinion.ts'
import { paper } from './paper.ts'
import { periodMark } from './periodMark.ts'
import { plan } from './plan.ts'
import { policy } from './policy.ts'
import { population } from './population.ts'
import { populationImport } from './populationImport.ts'
import { populationRows } from './populationRows.ts'
import { practitioner } from './practitioner.ts'
import { print } from './print.ts'
import { prior } from './prior.ts'
import { procedure } from './procedure.ts'
import { record } from './record.ts'
import { release } from './release.ts'
import { report } from './report.ts'
import { request } from './request.ts'
import { receivedPackage } from './package.ts'
import { result } from './result.ts'
import { review } from './review.ts'
import { rollForward } from './rollForward.ts'
import { sample } from './sample.ts'
import { sampling } from './sampling.ts'
import { scope } from './scope.ts'
import { search } from './search.ts'
import { signOff } from './signOff.ts'
import { signer } from './signer.ts'
import { backup } from './backup.ts'
import { unsaved } from './unsaved.ts'
import { store } from './store.ts'
import { tickmark } from './tickmark.ts'
import { subservice } from './subservice.ts'
import { walkthrough } from './walkthrough.ts'
import { workpapers } from './workpapers.ts'
import { wording } from './wording.ts'

/** Every method's handler; a method of the contract without one does not compile. */
export const handlers: Handlers<Contract> = {
  ...store,
  ...backup,
  ...unsaved,
  ...practitioner,
  ...job,
  ...engagement,
  ...rollForward,
  ...prior,
  ...compare,
  ...followUp,
  ...lock,
  ...gates,
  ...dashboard,
  ...criterion,
  ...scope,
  ...control,
  ...population,
  ...populationImport,
  ...populationRows,
  ...sampling,
  ...policy,
  ...periodMark,
  ...plan,
  ...sample,
  ...search,
  ...procedure,
  ...subservice,
  ...walkthrough,
  ...library,
  ...request,
  ...result,
  ...tickmark,
  ...deviation,
  ...conclusion,
  ...opinion,
  ...description,
  ...iso,
  ...wording,
  ...workpapers,
  ...evidence,
  ...receivedPackage,
  ...letter,
  ...paper,
  ...signOff,
  ...hours,
  ...narrative,
  ...note,
  ...review,
  ...assignment,
  ...record,
  ...release,
  ...report,
  ...journal,
  ...bundle,
  ...list,
  ...print,
  ...bundleImport,
  ...colleague,
  ...signer,
  ...conflict,
  ...exchange,
}
