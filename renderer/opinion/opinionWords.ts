import type { OpinionForm } from '../../shared/contract/opinion.ts'

export const formTitles: Record<OpinionForm, string> = {
  unqualified: 'Unqualified',
  qualified: 'Qualified',
  adverse: 'Adverse',
  disclaimer: 'Disclaimer',
}

/** The forms as a choice, mildest first. */
export const formOptions: { value: OpinionForm; label: string }[] = [
  { value: 'unqualified', label: formTitles.unqualified },
  { value: 'qualified', label: formTitles.qualified },
  { value: 'adverse', label: formTitles.adverse },
  { value: 'disclaimer', label: formTitles.disclaimer },
]
