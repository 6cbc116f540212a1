import type { ProcedureNature, ProcedureTiming } from '../../shared/contract/procedure.ts'
import { natureWords, timingWords } from '../../shared/procedure/procedureWords.ts'

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

/** The timings as a choice. */
export const timingOptions: { value: ProcedureTiming; label: string }[] = [
  { value: 'throughout', label: timingWords.throughout },
  { value: 'interim', label: timingWords.interim },
  { value: 'roll_forward', label: timingWords.roll_forward },
  { value: 'as_of', label: timingWords.as_of },
]

/** What a procedure tests, as a choice. */
export const aspectOptions: { value: 'operation' | 'design'; label: string }[] = [
  { value: 'operation', label: 'Operation' },
  { value: 'design', label: 'Design' },
]
