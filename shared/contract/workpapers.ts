import { z } from 'zod'
import { job } from './define.ts'
import { toPrint } from './print.ts'
import { FileRef, Id, Sha256 } from './values.ts'

/**
 * What is written together.
 * - `workpapers`: coverage, the register of deviations, and for every control its lead sheet and its test sheets.
 * - `peer_review`: the whole file in the order in which a reviewer reads it, from the opinion down to the evidence.
 */
export const WorkpaperPack = z.enum(['workpapers', 'peer_review'])
export type WorkpaperPack = z.infer<typeof WorkpaperPack>

const selection = { engagementId: Id, pack: WorkpaperPack.default('workpapers') }

export const workpapersContract = {
  'workpapers.export': job({
    title:
      'Write the workpapers, or the pack for a peer review, as one workbook or as one page; PDF is made in the window',
    params: z.strictObject({ ...selection, file: FileRef, format: z.enum(['xlsx', 'html', 'pdf']) }),
    result: z.object({ papers: z.int(), sha256: Sha256 }),
    errors: [
      'engagement.not_found',
      'print.needs_window',
      'xlsx.text_too_long',
      'file.unwritable',
      'disk.full',
      'disk.removed',
    ],
  }),
  'workpapers.print': job({
    title: 'Prepare the workpapers, or the pack for a peer review, for the window to print or to make a PDF of',
    params: z.strictObject(selection),
    result: toPrint.extend({ papers: z.int() }),
    errors: ['engagement.not_found'],
  }),
}
