import type { Reader } from '../../../db/reader.ts'
import type { ComparedPaper } from '../../../shared/compare/compared.ts'

type Plain = (text: string) => string

/** @returns the commitments and requirements of an engagement, with their texts */
export function commitmentPapers(reader: Reader, engagementId: string, plain: Plain): ComparedPaper[] {
  return reader.list('commitment', { engagementId }, 'ref').map(({ id, ref, kind, text, source, criteria }) => ({
    id,
    key: ref,
    ref,
    title: kind,
    controlId: null,
    fields: { Text: plain(text), Source: source, Criteria: criteria.join(', ') },
  }))
}

/** @returns the subservice organisations, each with the reports that were obtained of it */
export function organisationPapers(reader: Reader, engagementId: string, plain: Plain): ComparedPaper[] {
  const reports = Map.groupBy(
    reader.list('subserviceReport', { engagementId }, 'title'),
    (report) => report.organisationId,
  )
  return reader.list('subserviceOrganisation', { engagementId }, 'name').map(({ id, name, service, method, note }) => ({
    id,
    key: name,
    ref: '',
    title: name,
    controlId: null,
    fields: {
      Name: name,
      Service: service,
      Method: method.replaceAll('_', ' '),
      Note: note === null ? null : plain(note),
      'Opinion of its report':
        (reports.get(id) ?? []).map(({ title, opinion }) => `${title}: ${opinion}`).join('; ') || null,
    },
  }))
}

/** @returns the complementary controls that are expected of users and of subservice organisations */
export function complementaryPapers(reader: Reader, engagementId: string, plain: Plain): ComparedPaper[] {
  return reader.list('complementaryControl', { engagementId }, 'ref').map(({ id, ref, kind, text, criteria }) => ({
    id,
    key: ref,
    ref,
    title: kind === 'cuec' ? 'of user entities' : 'of a subservice organisation',
    controlId: null,
    fields: { Text: plain(text), Criteria: criteria.join(', ') },
  }))
}

/** @returns what the client was asked for, whatever came of it; what is asked about a sample or a list is of its period alone */
export function requestPapers(reader: Reader, engagementId: string, plain: Plain): ComparedPaper[] {
  return reader
    .list('request', { engagementId, kind: 'other' }, 'ref')
    .map(({ id, ref, title, text, owner, priority }) => ({
      id,
      key: title,
      ref,
      title,
      controlId: null,
      fields: { Title: title, Text: plain(text), Owner: owner, Priority: priority },
    }))
}
