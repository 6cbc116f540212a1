import { z } from 'zod'
import { command, query } from './define.ts'
import { PaperTarget } from './paper.ts'
import { Id, Instant, Nothing, Prose } from './values.ts'

/** A section of the engagement, such as `CC6` or `populations`, or one paper. */
export const AssignmentTarget = z.union([z.strictObject({ entity: z.literal('section'), id: Id }), PaperTarget])

export const assignmentContract = {
  'assignment.save': command({
    title: 'Say who works on a section or a paper; others see it and are not kept out',
    params: z.strictObject({
      engagementId: Id,
      target: AssignmentTarget,
      practitionerId: Id,
      note: Prose.optional(),
    }),
    result: Nothing,
    errors: ['engagement.not_found', 'paper.not_found', 'assignment.unknown_section', 'assignment.unknown_person'],
  }),
  'assignment.release': command({
    title: 'Give a section or a paper back',
    params: z.strictObject({ engagementId: Id, target: AssignmentTarget }),
    result: Nothing,
    errors: ['engagement.not_found', 'assignment.not_found'],
  }),
  'assignment.list': query({
    title: 'The sections of an engagement, with who works on them, and the papers that somebody took on',
    params: z.strictObject({ engagementId: Id }),
    result: z.object({
      sections: z.array(z.string()),
      /** Everybody who may take something on: of this store, and of the engagement. */
      people: z.array(z.object({ practitionerId: Id, name: z.string(), initials: z.string(), role: z.string() })),
      assignments: z.array(
        z.object({
          target: z.object({ entity: z.string(), id: Id }),
          words: z.string(),
          practitionerId: Id,
          person: z.string(),
          note: z.string().nullable(),
          by: z.string(),
          at: Instant,
        }),
      ),
    }),
    errors: ['engagement.not_found'],
  }),
}
