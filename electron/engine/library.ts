import { controlCriteria } from '../../db/control.ts'
import type { Reader } from '../../db/reader.ts'
import type { libraryContract } from '../../shared/contract/library.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import { update } from '../../shared/journal/change.ts'
import { selectProcedures } from '../../shared/procedure/library.ts'
import { loadControl } from './control/load.ts'
import { loadEngagement } from './engagement.ts'
import type { Handlers } from './handler.ts'
import { libraryProcedures, loadLibraryProcedure } from './library/procedures.ts'
import { saveLibraryProcedure } from './library/save.ts'
import { describeProcedure } from './procedure/describe.ts'
import { loadProcedure } from './procedure/load.ts'
import { writeProcedure } from './procedure/save.ts'
import { storeScope } from './teamMember.ts'

export const library: Handlers<typeof libraryContract> = {
  'library.list': ({ controlId, ...selection }, { reader }) => ({
    procedures: selectProcedures(libraryProcedures(reader), {
      ...selection,
      criteria: controlId === undefined ? undefined : criteriaOf(reader, controlId),
    }),
  }),

  'library.save': saveLibraryProcedure,

  'library.retire': ({ libraryProcedureId, retired, reason }, { reader }) => {
    const { origin, retiredBecause } = loadLibraryProcedure(reader, libraryProcedureId)
    if (origin === 'catalogue') throw new DomainError('library.read_only')
    return {
      engagementId: storeScope,
      changes:
        retired === (retiredBecause !== null)
          ? []
          : update('libraryProcedure', libraryProcedureId, { retired, retiredBecause: reason }),
      answer: () => ({}),
    }
  },

  'library.use': ({ libraryProcedureId, controlId, aspect }, context) => {
    const { reader } = context
    const kept = loadLibraryProcedure(reader, libraryProcedureId)
    if (kept.retiredBecause !== null) throw new DomainError('library.retired', { title: kept.title })
    const { engagementId } = loadControl(reader, controlId)
    const isAsOf = loadEngagement(reader, engagementId).reportType === 'type1'
    return writeProcedure(
      {
        controlId,
        aspect: aspect ?? (isAsOf ? 'design' : kept.aspect),
        nature: kept.nature,
        timing: isAsOf ? null : kept.timing,
        text: kept.text,
        attributes: kept.attributes,
      },
      libraryProcedureId,
      context,
    )
  },

  'library.keep': ({ procedureId, title }, context) => {
    const { reader } = context
    const { controlId, aspect, nature, timing, text, attributes } = describeProcedure(
      reader,
      loadProcedure(reader, procedureId),
    )
    const criteria = criteriaOf(reader, controlId)
    return saveLibraryProcedure({ title, criteria, aspect, nature, timing, text, attributes }, context)
  },
}

function criteriaOf(reader: Reader, controlId: string): string[] {
  const { engagementId } = loadControl(reader, controlId)
  return controlCriteria(reader, engagementId)
    .filter((mapping) => mapping.controlId === controlId)
    .map(({ criterionId }) => criterionId)
}
