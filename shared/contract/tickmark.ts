import { z } from 'zod'
import { command, query } from './define.ts'
import { Id, Line, Nothing } from './values.ts'

/** A symbol as it stands beside a result: short, and without spaces. */
const Symbol = z
  .string()
  .trim()
  .min(1)
  .max(4)
  .regex(/^[^\s\p{Cc}]+$/u)

/** A reusable symbol with one meaning in its engagement; it is not an attribute letter. */
export const Tickmark = z.object({
  tickmarkId: Id,
  symbol: z.string(),
  meaning: z.string(),
  /** Results that it stands beside. */
  uses: z.int(),
})
export type Tickmark = z.infer<typeof Tickmark>

export const tickmarkContract = {
  'tickmark.save': command({
    title: 'Write a tickmark into the legend, or change one that is not used yet',
    params: z.strictObject({ engagementId: Id, tickmarkId: Id.optional(), symbol: Symbol, meaning: Line }),
    result: z.object({ tickmarkId: Id }),
    errors: ['engagement.not_found', 'tickmark.not_found', 'tickmark.duplicate_symbol', 'tickmark.in_use'],
  }),
  'tickmark.addUsual': command({
    title: 'Write the usual tickmarks into the legend; symbols that it has stay as they are',
    params: z.strictObject({ engagementId: Id }),
    result: z.object({ added: z.int() }),
    errors: ['engagement.not_found'],
  }),
  'tickmark.remove': command({
    title: 'Take a tickmark that is not used out of the legend; its history stays',
    params: z.strictObject({ tickmarkId: Id }),
    result: Nothing,
    errors: ['tickmark.not_found', 'tickmark.in_use'],
  }),
  'tickmark.list': query({
    title: 'The legend of an engagement, in the order of its writing',
    params: z.strictObject({ engagementId: Id }),
    result: z.object({ tickmarks: z.array(Tickmark) }),
    errors: ['engagement.not_found'],
  }),
}
