import type { ComparedField, ComparedRow } from './compared.ts'

/** A significant change as a draft: what an auditor dates, words and decides on. */
export type ChangeDraft = { id: string; title: string; text: string; changedOn: string; controlIds: string[] }

/** The day on which a control got the wording that it has, where that lies within the period. */
export type WordedOn = (controlId: string) => string | null

/**
 * What changed of the controls and of the subservice organisations since the prior period as drafts of significant changes (DC 9). Whether a change is significant, the
 * auditor says; nothing is written by itself.
 * @param firstDay of the period: the day of whatever nothing dates
 */
export function draftChanges(rows: readonly ComparedRow[], firstDay: string, wordedOn: WordedOn): ChangeDraft[] {
  return rows.flatMap((row) => {
    if ((row.kind !== 'controls' && row.kind !== 'organisations') || row.change === 'unchanged') return []
    const { id, kind, controlId } = row
    const fields = row.change === 'changed' ? row.fields.filter((field) => isChange(kind, field)) : row.fields
    if (fields.length === 0) return []
    return {
      id,
      title: `${nameOf(row)}: ${titleWords[kind][row.change]}`,
      text: textOf({ ...row, fields }),
      changedOn: (controlId === null ? null : wordedOn(controlId)) ?? firstDay,
      controlIds: controlId === null ? [] : [controlId],
    }
  })
}

/** What is asked of an organisation each year anew, such as its report, is no change of the system. */
const fieldsOfSystem = { controls: null, organisations: ['Name', 'Service', 'Method'] } as const

/** What this period does not say yet has not changed: whoever rolled forward left it out, or nobody filled it in. */
function isChange(kind: keyof typeof fieldsOfSystem, { field, after }: ComparedField): boolean {
  const names: readonly string[] | null = fieldsOfSystem[kind]
  return after !== null && after !== '' && (names === null || names.includes(field))
}

const titleWords = {
  controls: { added: 'new control', removed: 'control no longer there', changed: 'control changed' },
  organisations: {
    added: 'new subservice organisation',
    removed: 'subservice organisation no longer used',
    changed: 'subservice organisation changed',
  },
} as const

const nameOf = ({ ref, title }: ComparedRow) => [ref, title].filter((part) => part !== '').join(' ')

function textOf(row: ComparedRow): string {
  const { kind, change, fields } = row
  const said = (name: string, side: 'before' | 'after') => fields.find(({ field }) => field === name)?.[side] ?? ''
  if (change === 'changed') return fields.map(sentenceOf).join('\n')
  const name = nameOf(row)
  if (kind === 'organisations') {
    return change === 'added'
      ? `The subservice organisation ${name} is new in the period. ${said('Service', 'after')}`.trim()
      : `The subservice organisation ${name} of the prior period is no longer used. ${said('Service', 'before')}`.trim()
  }
  return change === 'added'
    ? `The control ${name} is new in the period. ${said('Description', 'after')}`.trim()
    : `The control ${name} of the prior period is no longer there. It read: ${said('Description', 'before')}`.trim()
}

function sentenceOf({ field, before, after }: ComparedField): string {
  const said = (text: string | null) => (text === null || text === '' ? 'nothing' : `"${text.replace(/\.$/, '')}"`)
  return `${field}: before ${said(before)}, now ${said(after)}.`
}
