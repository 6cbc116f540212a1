import type { ProcedureNature } from '../../shared/contract/procedure.ts'

/** How the nature of a procedure is called. */
export const natureWords: Record<ProcedureNature, string> = {
  inquiry: 'Inquiry',
  observation: 'Observation',
  inspection: 'Inspection',
  reperformance: 'Re-performance',
}

/** The natures as a choice, with what each has to record. */
export const natureOptions: { value: ProcedureNature; label: string; record: string }[] = [
  {
    value: 'inspection',
    label: natureWords.inspection,
    record: 'Document, version, date, the field looked at, expected against actual.',
  },
  { value: 'reperformance', label: natureWords.reperformance, record: 'Inputs, steps or tool, result, difference.' },
  {
    value: 'observation',
    label: natureWords.observation,
    record: 'Who observed, date and time, place, what was seen, system.',
  },
  {
    value: 'inquiry',
    label: natureWords.inquiry,
    record: 'Person, role, date, question, answer, and what corroborates it.',
  },
]
