import type { TextProblem } from '../../shared/search/textProblem.ts'
import type { Reader } from '../reader.ts'

/** A file that the search finds by its name alone, and why; one that is waiting is read next. */
export type UnsearchedFile = { engagementId: string; evidenceId: string; name: string; reason: TextProblem | 'waiting' }

type Choice = { engagementId?: string | undefined; offset: number; limit: number }

/** Evidence that is shown and whose text is not searched. A file that came without its bytes waits for nobody to read it. */
const unsearched = (of: 'one' | 'all') => `
  SELECT evidence.engagement_id AS engagementId, evidence.id AS evidenceId, name,
    CASE WHEN file.sha256 IS NULL THEN 'missing' WHEN read.sha256 IS NULL THEN 'waiting' ELSE problem END AS reason
  FROM evidence
    LEFT JOIN evidence_file AS file ON file.sha256 = evidence.sha256
    LEFT JOIN search_file_text AS read ON read.sha256 = evidence.sha256
  WHERE deleted = 0 AND (file.sha256 IS NULL OR read.sha256 IS NULL OR problem IS NOT NULL)
    ${of === 'one' ? 'AND evidence.engagement_id = @engagementId' : ''}`

/** @returns files that the search finds by their name alone, by that name, and how many there are in all */
export function unsearchedFiles(reader: Reader, choice: Choice): { total: number; files: UnsearchedFile[] } {
  const of = choice.engagementId === undefined ? {} : { engagementId: choice.engagementId }
  const asked = unsearched(choice.engagementId === undefined ? 'all' : 'one')
  const count = reader.one<{ total: number }>(`SELECT count(*) AS total FROM (${asked})`, of)
  const files = reader.all<UnsearchedFile>(`${asked} ORDER BY name, evidence.id LIMIT @limit OFFSET @offset`, {
    ...of,
    limit: choice.limit,
    offset: choice.offset,
  })
  return { total: count?.total ?? 0, files }
}
