import type { Part } from './parts.ts'

/** What a preview calls the parts of an engagement that are carried. */
export const partTitles: Readonly<Record<Part | 'always', string>> = {
  always: 'Controls with the wording in force',
  mappings: 'Which criteria each control answers',
  procedures: 'Procedures with their attributes',
  scope: 'Criteria set aside, commitments, the boundary',
  thirdParties: 'Subservice organisations and complementary controls',
  description: "Management's description, as the draft to be brought up to date",
  narratives: 'Narratives, as drafts to be brought up to date; memos and meeting notes stay behind',
  frameworks: 'ISO/IEC 27001: mappings and the statement of applicability',
  tickmarks: 'The legend of tickmarks',
  requests: 'Requests to the client that are not about a sample',
  followUps: 'Deviations, as the list to follow up',
}

/** What the fields are called that can be left out, by `entity.field`. */
export const choiceTitles: Readonly<Record<string, string>> = {
  'control.owner': 'Owner of a control',
  'commitment.source': 'Source of a commitment',
  'subserviceOrganisation.note': 'Note on a subservice organisation',
  'complementaryControl.communicated': 'How a complementary control is communicated',
  'procedure.timing': 'Timing of a procedure',
  'attribute.expected': 'What an attribute expects to be seen',
  'request.owner': 'Who brings a request',
}

/** What needs no carrying: it belongs to the firm, and is there for every engagement. */
export const ofTheFirm = [
  'Sampling policies, in their versions: a plan takes the one that is in force when it is made',
  'The library of procedures',
  'How lists of the client are read',
  'Templates and choices for reports, and the wording of frameworks',
] as const
