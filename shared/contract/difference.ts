import { z } from 'zod'

/** A piece of a text that is held against another one: in both, in this one only, or in the other only. */
export const DifferencePiece = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })
export type DifferencePiece = z.infer<typeof DifferencePiece>
