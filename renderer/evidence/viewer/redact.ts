import type { Place } from './markGeometry.ts'
import { drawableScale, type Pages } from './pages.ts'

/** Pixels for a unit of the page: a PDF's points become about 200 to the inch, a picture keeps its pixels. */
const sharpness = { pdf: 2.8, image: 1 } as const

/**
 * A page as a picture whose black boxes have nothing beneath them: the pixels are drawn anew, and only the picture leaves.
 * @returns the bytes of a PNG
 */
export async function redactedPage(
  pages: Pages,
  { page, boxes, kind }: { page: number; boxes: readonly Place[]; kind: 'pdf' | 'image' },
): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = document.createElement('canvas')
  await pages.draw(page, canvas, drawableScale(await pages.size(page), sharpness[kind]))
  const context = canvas.getContext('2d')
  if (context === null) throw new TypeError('A canvas has two dimensions')
  context.fillStyle = 'black'
  for (const { x, y, width, height } of boxes) {
    context.fillRect(
      Math.floor(x * canvas.width),
      Math.floor(y * canvas.height),
      Math.ceil(width * canvas.width),
      Math.ceil(height * canvas.height),
    )
  }
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png')
  })
  if (blob === null) throw new TypeError('A canvas that was drawn has bytes')
  return new Uint8Array(await blob.arrayBuffer())
}
