import type { EvidenceMark } from '../../../shared/contract/evidencePreview.ts'

/** A point of a page in shares of its width and height. */
export type Point = { x: number; y: number }
export type Place = Pick<EvidenceMark, 'x' | 'y' | 'width' | 'height'>
export type Shape = EvidenceMark['shape']

const within = (share: number) => Math.min(1, Math.max(0, share))

/** @returns where a pointer stands on a page, in shares of it */
export function pointIn(box: DOMRect, { clientX, clientY }: { clientX: number; clientY: number }): Point {
  return { x: within((clientX - box.left) / box.width), y: within((clientY - box.top) / box.height) }
}

/** Smallest side that a mark has; one that was only clicked gets it, as does one that is added by keyboard. */
export const smallest = { width: 0.12, height: 0.04 }

/** @returns the place of a mark that was drawn from one point to another */
export function placeBetween(shape: Shape, from: Point, to: Point): Place {
  const width = to.x - from.x
  const height = to.y - from.y
  if (shape === 'tick' || shape === 'note') return { x: from.x, y: from.y, width: 0, height: 0 }
  const isClick = Math.abs(width) < 0.005 && Math.abs(height) < 0.005
  if (isClick) return insidePage({ ...from, ...smallest })
  if (shape === 'arrow') return { x: from.x, y: from.y, width, height }
  return { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(width), height: Math.abs(height) }
}

/** @returns the place moved by some of the page, and no further than its edges */
export function movedBy({ x, y, width, height }: Place, { x: right, y: down }: Point): Place {
  return insidePage({ x: x + right, y: y + down, width, height })
}

function insidePage({ x, y, width, height }: Place): Place {
  const least = (extent: number) => Math.max(0, -extent)
  const most = (extent: number) => 1 - Math.max(0, extent)
  return {
    x: Math.min(most(width), Math.max(least(width), x)),
    y: Math.min(most(height), Math.max(least(height), y)),
    width,
    height,
  }
}
