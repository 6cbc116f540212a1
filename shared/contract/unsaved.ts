import { z } from 'zod'
import { job, query } from './define.ts'
import { Id, Nothing } from './values.ts'

const fields = z.array(z.object({ label: z.string().max(300), text: z.string().min(1).max(50_000) })).max(30)

/** What somebody typed into a screen and had not saved yet, kept in case the store is locked or the window ends. */
export const UnsavedText = z.object({
  /** One opening of the store in one window. */
  sittingId: Id,
  keptAt: z.string(),
  /** Where it was typed: an address in the window. */
  place: z.string(),
  fields,
})
export type UnsavedText = z.infer<typeof UnsavedText>

export const unsavedContract = {
  'unsaved.keep': job({
    title: 'Keep what is being typed and not saved yet, in the place of what the same sitting kept before',
    params: z.strictObject({ sittingId: Id, place: z.string().max(1000), fields }),
    result: Nothing,
  }),
  'unsaved.list': query({
    title: 'What whoever is signed in typed and did not save',
    params: Nothing,
    result: z.object({ unsaved: z.array(UnsavedText) }),
  }),
  'unsaved.drop': job({
    title: 'Forget what a sitting kept',
    params: z.strictObject({ sittingId: Id }),
    result: Nothing,
  }),
}
