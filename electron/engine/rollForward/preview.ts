import { countLive } from '../../../db/prior.ts'
import type { Reader } from '../../../db/reader.ts'
import type { RollForwardPreview } from '../../../shared/contract/rollForward.ts'
import { parts } from '../../../shared/rollForward/parts.ts'
import { choosableFields, neverCarried } from '../../../shared/rollForward/carriedForms.ts'
import { nextAsOf, nextPeriod } from '../../../shared/rollForward/nextPeriod.ts'
import { rollForward } from '../../../shared/rollForward/rollForward.ts'
import { choiceTitles, ofTheFirm, partTitles } from '../../../shared/rollForward/words.ts'
import { loadEngagement, scopeDays } from '../engagement.ts'
import { deviationsOf, openFollowUps, papersOf } from './facts.ts'

/**
 * What rolling forward would carry, counted by carrying it without writing.
 * @throws DomainError `engagement.not_found`
 */
export function previewRollForward(reader: Reader, engagementId: string): RollForwardPreview {
  const engagement = loadEngagement(reader, engagementId)
  const { reportType } = engagement
  const days = scopeDays(engagement)
  const proposed =
    'asOf' in days
      ? { reportType, period: null, asOf: nextAsOf(days.asOf) }
      : { reportType, period: nextPeriod(days), asOf: null }
  const first = proposed.period?.start ?? proposed.asOf ?? ''
  const to = {
    engagementId: '',
    reportType,
    firstDay: first,
    lastDay: proposed.period?.end ?? first,
    actorId: '',
    at: '',
  }
  const papers = papersOf(reader, engagementId)
  let ids = 0
  const { counts } = rollForward(papers, to, {
    leaveOut: new Set(),
    newId: () => String((ids += 1)),
    wordsOf: () => '',
  })
  const followUps = deviationsOf(reader, engagementId).length + openFollowUps(reader, engagementId).length
  return {
    proposed,
    carried: (['always', ...parts] as const).map((part) => ({
      part,
      title: partTitles[part],
      papers: part === 'followUps' ? followUps : part === 'always' ? papers('control').length : (counts.get(part) ?? 0),
    })),
    choices: choosableFields().map(({ key, entity, field }) => ({
      key,
      title: choiceTitles[key] ?? key,
      papers: papers(entity).filter((row) => row[field] !== null && row[field] !== '').length,
    })),
    never: neverCarried().map(({ what, entities }) => ({
      what,
      papers: entities.reduce((sum, entity) => sum + countLive(reader, entity, engagementId), 0),
    })),
    ofTheFirm: [...ofTheFirm],
  }
}
