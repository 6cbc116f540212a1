import { z } from 'zod'
import { searchEntities } from '../search/searchKinds.ts'
import { textProblems } from '../search/textProblem.ts'
import { job, query } from './define.ts'
import { RecordKey } from './record.ts'
import { Id } from './values.ts'

/** A place in a text, in characters of JavaScript (UTF-16). */
const Mark = z.object({ start: z.int(), length: z.int() })

export const SearchHit = z.object({
  engagementId: Id,
  client: z.string(),
  entity: z.enum(searchEntities),
  id: Id,
  /** What people call it; never empty. */
  ref: z.string(),
  title: z.string(),
  /** The paper on whose page it is, see `RecordInfo`; of a note the paper that it is on, as `entity:id`. */
  within: z.string().nullable(),
  /** The paper that a review note is on; `null` of everything else. */
  paper: RecordKey.extend({ within: Id.nullable() }).nullable(),
  /** A line of its text around what was looked for. */
  excerpt: z.string(),
  /** Where the words are: in `ref`, `title` and `excerpt`. */
  marks: z.object({ ref: z.array(Mark), title: z.array(Mark), excerpt: z.array(Mark) }),
})
export type SearchHit = z.infer<typeof SearchHit>

export const searchContract = {
  /** A job since the index is brought up to date before, so that what was just written is found. */
  'search.query': job({
    title:
      'Search papers, items, notes and the text of files; words, "words in a row", and filters such as outcome:deviation',
    params: z.strictObject({
      /** See `shared/search/parseSearch.ts`. */
      text: z.string().max(1000),
      engagementId: Id.optional(),
      offset: z.int().min(0).max(900).default(0),
      limit: z.int().min(1).max(100).default(20),
    }),
    result: z.object({
      hits: z.array(SearchHit),
      /** At most 500; `isMore` where there are more than that. */
      total: z.int(),
      isMore: z.boolean(),
      /** How many of `total` are of each kind, in the order of kinds. */
      kinds: z.array(z.object({ entity: z.enum(searchEntities), count: z.int() })),
      /** Files whose text is not in the index yet. */
      unread: z.int(),
    }),
    errors: ['search.unknown_filter', 'search.empty_filter', 'search.unknown_value'],
  }),
  'search.unsearched': query({
    title:
      'Files that the search finds by their name alone, and why: not read yet, or without a text that could be read',
    params: z.strictObject({
      engagementId: Id.optional(),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
    result: z.object({
      total: z.int(),
      files: z.array(
        z.object({
          engagementId: Id,
          evidenceId: Id,
          name: z.string(),
          reason: z.enum(['waiting', ...textProblems]),
        }),
      ),
    }),
  }),
  'search.update': job({
    title: 'Bring the search up to date: changed papers, and the text of new files',
    params: z.strictObject({
      /** Everything is read anew, also files that were read before. */
      rebuild: z.boolean().default(false),
    }),
    result: z.object({ documents: z.int(), filesRead: z.int() }),
  }),
}
