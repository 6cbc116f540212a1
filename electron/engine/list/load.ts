import type { Reader } from '../../../db/reader.ts'
import type { EngagementList, ListSelection, StoreList } from '../../../shared/contract/list.ts'
import { loadEngagement } from '../engagement.ts'
import type { ListTable } from './listTable.ts'
import { commitmentList } from './commitments.ts'
import { complementaryList } from './complementary.ts'
import { conclusionList } from './conclusions.ts'
import { coverageMatrixList } from './coverageMatrix.ts'
import { criterionList } from './criteria.ts'
import { deviationList } from './deviations.ts'
import { evidenceList } from './evidence.ts'
import { hoursByPhaseList, hoursList } from './hours.ts'
import { isoList } from './iso.ts'
import { letterList } from './letters.ts'
import { narrativeList } from './narratives.ts'
import { opinionPartList } from './opinionParts.ts'
import { periodMarkList } from './periodMarks.ts'
import { populationsList } from './populations.ts'
import { procedureList } from './procedures.ts'
import { requestItemList } from './requestItems.ts'
import { requestList } from './requests.ts'
import { reviewNoteList } from './reviewNotes.ts'
import { sampleList } from './samples.ts'
import { subserviceList } from './subservice.ts'
import { walkthroughList } from './walkthroughs.ts'
import { controlList } from './controls.ts'
import { engagementList } from './engagements.ts'
import { libraryList } from './library.ts'
import { policyList } from './policies.ts'
import { sampleItemList } from './sampleItems.ts'
import { testSheetList } from './testSheet.ts'
import { tickmarkList } from './tickmarks.ts'

const storeLists: Record<StoreList, (reader: Reader) => ListTable> = {
  engagements: engagementList,
  policies: policyList,
  library: libraryList,
}

const engagementLists: Record<EngagementList, (reader: Reader, engagementId: string, today: string) => ListTable> = {
  controls: controlList,
  criteria: criterionList,
  coverageMatrix: coverageMatrixList,
  commitments: commitmentList,
  procedures: procedureList,
  walkthroughs: walkthroughList,
  populations: populationsList,
  samples: sampleList,
  evidence: evidenceList,
  requests: requestList,
  deviations: deviationList,
  tickmarks: tickmarkList,
  conclusions: conclusionList,
  opinion: opinionPartList,
  subservice: subserviceList,
  complementary: complementaryList,
  periodMarks: periodMarkList,
  letters: letterList,
  narratives: narrativeList,
  reviewNotes: reviewNoteList,
  hours: hoursList,
  hoursByPhase: hoursByPhaseList,
}

/** A list of the store; a comparison may read a bundle that is open beside it. */
type StoredList = Exclude<ListSelection, { list: 'comparison' }>

/**
 * @param today the day on which ages are counted
 * @returns a list with all of its rows
 * @throws DomainError `engagement.not_found`, `sample.not_found`, `procedure.not_found`, `request.not_found`, `request.no_items`
 */
export function loadList(reader: Reader, selection: StoredList, today: string): ListTable {
  if ('sampleId' in selection) return sampleItemList(reader, selection.sampleId, selection.columns)
  if ('requestId' in selection) return requestItemList(reader, selection.requestId)
  if ('procedureId' in selection) return testSheetList(reader, selection.procedureId, selection.columns)
  if (!('engagementId' in selection)) return storeLists[selection.list](reader)
  if ('edition' in selection) return isoList(reader, selection.engagementId, selection.edition)
  const { list, engagementId } = selection
  loadEngagement(reader, engagementId)
  return engagementLists[list](reader, engagementId, today)
}
