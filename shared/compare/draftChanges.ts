import type { ComparedField, ComparedRow } from './compared.ts'

/** A significant change as a draft: what an auditor dates, words and decides on. */
export type ChangeDraft = { id: string; title: string; text: string; changedOn: string; controlIds: string[] }

/** The day on which a control got the wording that it has, where that lies within the period. */
export type WordedOn = (controlId: string) => string | null

/**
 * What changed of the controls since the prior period as drafts of significant changes (DC 9). Whether a change is significant, the
 * auditor says; nothing is written by itself.
 * @param firstDay of the period: the day of whatever nothing dates
 */
export function draftChanges(rows: readonly ComparedRow[], firstDay: string, wordedOn: WordedOn): ChangeDraft[] {
  return rows.flatMap((row) => {
    if (row.kind !== 'controls' || row.change === 'unchanged') return []
    const { id, ref, title, controlId } = row
    return {
      id,
      title: `${ref} ${title}: ${titleWords[row.change]}`,
      text: textOf(row),
      changedOn: (controlId === null ? null : wordedOn(controlId)) ?? firstDay,
      controlIds: controlId === null ? [] : [controlId],
    }
  })
}

const titleWords = { added: 'new control', removed: 'control no longer there', changed: 'control changed' } as const

function textOf({ change, fields, ref, title }: ComparedRow): string {
  const described = (field: 'before' | 'after') => fields.find((one) => one.field === 'Description')?.[field] ?? ''
  if (change === 'added') return `The control ${ref} ${title} is new in the period. ${described('after')}`.trim()
  if (change === 'removed') {
    return `The control ${ref} ${title} of the prior period is no longer there. It read: ${described('before')}`.trim()
  }
  return fields.map(sentenceOf).join('\n')
}

function sentenceOf({ field, before, after }: ComparedField): string {
  const said = (text: string | null) => (text === null || text === '' ? 'nothing' : `"${text}"`)
  return `${field}: before ${said(before)}, now ${said(after)}.`
}
