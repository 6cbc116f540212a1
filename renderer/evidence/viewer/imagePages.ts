import { evidencePart } from './evidenceBytes.ts'
import type { Pages } from './pages.ts'

/** A picture as one page. The browser unpacks it into pixels apart from the document. */
export async function openImage({ evidenceId, size }: { evidenceId: string; size: number }): Promise<Pages> {
  const bytes = await evidencePart(evidenceId, 0, size)
  const bitmap = await createImageBitmap(new Blob([bytes]), { imageOrientation: 'from-image' })
  const { width, height } = bitmap
  return {
    count: 1,
    size: async () => ({ width, height }),
    draw: async (_page, canvas, scale) => {
      canvas.width = Math.max(1, Math.round(width * scale))
      canvas.height = Math.max(1, Math.round(height * scale))
      canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    },
    close: () => bitmap.close(),
  }
}
