/** What a control matrix can say about a control. */
export const controlFields = [
  'ref',
  'title',
  'description',
  'criteria',
  'frequency',
  'type',
  'nature',
  'owner',
  'organisation',
] as const
export type ControlField = (typeof controlFields)[number]

/** Which column of a control matrix is what. */
export type ControlColumns = { [F in ControlField]?: string | undefined }

const names: Record<ControlField, readonly string[]> = {
  ref: ['control id', 'ref', 'reference', 'control ref', 'control reference', 'control number', 'control no', 'id'],
  title: ['title', 'name', 'control title', 'control name', 'control'],
  description: ['description', 'control description', 'control activity', 'wording'],
  criteria: ['criteria', 'criterion', 'tsc', 'trust services criteria', 'tsc criteria', 'tsc ref'],
  frequency: ['frequency', 'control frequency'],
  type: ['type', 'control type'],
  nature: ['nature', 'control nature'],
  owner: ['owner', 'control owner', 'responsible'],
  organisation: [
    'organisation',
    'organization',
    'subservice organisation',
    'subservice organization',
    'subservice provider',
  ],
}

/** Proposes which column is what by their names, case and separators apart; a name that says more exactly comes first. */
export function proposeControlColumns(header: readonly string[]): ControlColumns {
  const found = controlFields.map((field) => [field, columnNamed(header, names[field])] as const)
  return Object.fromEntries(found.filter(([, column]) => column !== undefined))
}

function columnNamed(header: readonly string[], known: readonly string[]): string | undefined {
  const byName = new Map(header.map((column) => [bare(column), column]))
  return known.map((name) => byName.get(bare(name))).find((column) => column !== undefined)
}

const bare = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
