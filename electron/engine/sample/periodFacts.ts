import type { DayRows } from '../../../db/population/days.ts'
import { wordingsOf } from '../../../db/sample/coverage.ts'
import type { Reader } from '../../../db/reader.ts'
import type { Coverage } from '../../../shared/contract/coverage.ts'
import type { Period } from '../../../shared/contract/engagement.ts'
import { versionWindows } from '../../../shared/sample/versionWindows.ts'
import { loadEngagement } from '../engagement.ts'
import { marksOf } from '../periodMark.ts'
import { periodOf } from './period.ts'

/**
 * What a map of the period shows besides items: its days, the versions of the control with their days of it, and the marks
 * of the control or of all.
 * @param density rows by day: an engagement as of a date has no period, and is shown over the days that its rows have
 */
export function periodFacts(
  reader: Reader,
  { engagementId, controlId, density }: { engagementId: string; controlId: string; density: readonly DayRows[] },
): Pick<Coverage, 'period' | 'controlVersions' | 'marks'> {
  const period = periodOf(loadEngagement(reader, engagementId)) ?? spanOf(density)
  const wordings = wordingsOf(reader, controlId)
  const days = wordings.map(({ effectiveOn }) => effectiveOn)
  return {
    period,
    controlVersions: (period === null ? [] : versionWindows(days, period)).flatMap(({ effectiveOn, window }) =>
      wordings
        .filter((wording) => wording.effectiveOn === effectiveOn)
        .map(({ controlVersionId, description }) => ({ controlVersionId, effectiveOn, ...window, description })),
    ),
    marks: marksOf(reader, engagementId).filter((mark) => mark.controlId === null || mark.controlId === controlId),
  }
}

function spanOf(density: readonly DayRows[]): Period | null {
  const [first, last] = [density[0], density.at(-1)]
  return first === undefined || last === undefined ? null : { start: first.day, end: last.day }
}
