/** Size of a page in its own units: pixels of a picture, points of a PDF. */
export type PageSize = { width: number; height: number }

/** A file that is drawn page by page onto a canvas, so that nothing of it becomes part of the document. */
export type Pages = {
  count: number
  size: (page: number) => Promise<PageSize>
  /**
   * @param page from 1
   * @param scale pixels of the canvas for a unit of the page
   */
  draw: (page: number, canvas: HTMLCanvasElement, scale: number) => Promise<void>
  close: () => void
}

/** Widest and highest that a canvas is drawn in pixels; browsers give up on larger ones. */
const mostPixels = 8192

/** @returns the scale as it was asked for, or the largest that a canvas can hold */
export function drawableScale({ width, height }: PageSize, scale: number): number {
  return Math.min(scale, mostPixels / width, mostPixels / height)
}
