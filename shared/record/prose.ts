import type { Entities, EntityName } from '../model/entities.ts'
import type { RecordKind } from './record.ts'

/** Fields of an entity in which somebody writes sentences, and the record that they are read on, by the field with its id. */
export type ProseFields = {
  entity: EntityName
  fields: readonly string[]
  of: { kind: RecordKind; idField: string }
  /** Rich text is kept as JSON, in which a token reads as it does in a plain text. */
  form: 'plain' | 'rich'
}

type FieldName<E extends EntityName> = keyof Entities[E] & string

function prose<E extends EntityName>(
  entity: E,
  fields: readonly FieldName<E>[],
  of: { kind: RecordKind; idField: 'id' | FieldName<E> },
  form: ProseFields['form'] = 'plain',
): ProseFields {
  return { entity, fields, of, form }
}

/**
 * Every text of an engagement that can point at records with `@`. What refers to what is read from these texts whenever it is
 * asked for; it is kept nowhere else.
 */
export const proseFields: readonly ProseFields[] = [
  prose('controlVersion', ['description'], { kind: 'control', idField: 'controlId' }),
  prose('population', ['procedure', 'reopenedBecause'], { kind: 'population', idField: 'id' }),
  prose('settlement', ['reason'], { kind: 'population', idField: 'populationId' }),
  prose('checkDecision', ['reason'], { kind: 'population', idField: 'populationId' }),
  prose('request', ['text', 'closedBecause', 'reopenedBecause'], { kind: 'request', idField: 'id' }),
  prose('requestAnswer', ['note'], { kind: 'request', idField: 'requestId' }),
  prose('sample', ['dualPurpose', 'redrawReason'], { kind: 'sample', idField: 'id' }),
  prose('sampleControl', ['reason'], { kind: 'sample', idField: 'sampleId' }),
  prose('coverageNote', ['reason'], { kind: 'sample', idField: 'sampleId' }),
  prose('sampleItem', ['replacedBecause'], { kind: 'sampleItem', idField: 'id' }),
  prose('procedure', ['text', 'finding'], { kind: 'procedure', idField: 'id' }),
  prose('attribute', ['text', 'expected'], { kind: 'procedure', idField: 'procedureId' }),
  prose('warningAnswer', ['reason'], { kind: 'procedure', idField: 'procedureId' }),
  prose('result', ['note'], { kind: 'result', idField: 'id' }),
  prose('walkthrough', ['trace', 'forms', 'reasoning'], { kind: 'walkthrough', idField: 'id' }),
  prose(
    'deviation',
    [
      'condition',
      'cause',
      'extent',
      'timing',
      'clientStatement',
      'managementResponse',
      'compensating',
      'effect',
      'criterionEffect',
      'reopenedBecause',
    ],
    { kind: 'deviation', idField: 'id' },
  ),
  prose('deviationCompensation', ['testedHow'], { kind: 'deviation', idField: 'deviationId' }),
  prose('conclusion', ['rationale', 'confirmation'], { kind: 'conclusion', idField: 'id' }),
  prose('opinion', ['reasoning'], { kind: 'opinion', idField: 'id' }),
  prose('engagement', ['opinionBasis'], { kind: 'engagement', idField: 'id' }),
  prose('evidence', ['note'], { kind: 'evidence', idField: 'id' }),
  prose('evidenceMark', ['text'], { kind: 'evidence', idField: 'evidenceId' }),
  prose('subserviceOrganisation', ['note'], { kind: 'subserviceOrganisation', idField: 'id' }),
  prose('letter', ['text', 'note'], { kind: 'letter', idField: 'id' }),
  prose('narrative', ['content'], { kind: 'narrative', idField: 'id' }, 'rich'),
  prose('subserviceReport', ['exceptions', 'cuecsConsidered'], { kind: 'subserviceReport', idField: 'id' }),
  prose('complementaryControl', ['text', 'communicated'], { kind: 'complementaryControl', idField: 'id' }),
]

/** @returns whether a field holds sentences that can point at records */
export const isProse = (entity: string, field: string): boolean =>
  proseFields.some((one) => one.entity === entity && one.fields.includes(field))
