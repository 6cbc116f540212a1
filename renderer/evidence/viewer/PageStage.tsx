import { type PointerEvent, useEffect, useRef, useState } from 'react'
import type { EvidenceMark } from '../../../shared/contract/evidencePreview.ts'
import { MarkShape } from './MarkShape.tsx'
import { type Place, placeBetween, type Point, pointIn } from './markGeometry.ts'
import { drawableScale, type Pages, type PageSize } from './pages.ts'
import classes from './Viewer.module.css'

/** What a hand draws: a mark of a colour, a box to black out, or nothing. */
export type Tool = { kind: 'mark'; shape: EvidenceMark['shape']; colour: EvidenceMark['colour'] } | { kind: 'redact' }

type PageStageProps = {
  pages: Pages
  page: number
  /** Pixels for a unit of the page. */
  scale: number
  size: PageSize
  marks: readonly EvidenceMark[]
  /** Parts of the page that a redacted copy will not show. */
  boxes: readonly Place[]
  tool: Tool | null
  onDrawn: (place: Place) => void
}

/** A page with its marks over it. The canvas holds pixels; the marks are a layer of their own. */
export function PageStage({ pages, page, scale, size, marks, boxes, tool, onDrawn }: PageStageProps) {
  const canvasRef = useRef<HTMLCanvasElement>(null)
  const [from, setFrom] = useState<Point | null>(null)
  const [to, setTo] = useState<Point | null>(null)
  const [error, setError] = useState<string | null>(null)
  const shown = { width: size.width * scale, height: size.height * scale }

  useEffect(() => {
    const canvas = canvasRef.current
    if (canvas === null) return
    let isLeft = false
    // Drawn aside, so that a page that is left while it is drawn does not come up over the next one.
    const aside = document.createElement('canvas')
    pages.draw(page, aside, drawableScale(size, scale * window.devicePixelRatio)).then(
      () => {
        if (isLeft) return
        canvas.width = aside.width
        canvas.height = aside.height
        canvas.getContext('2d')?.drawImage(aside, 0, 0)
        canvas.dataset['drawn'] = String(page)
      },
      (cause: unknown) => {
        if (!isLeft) setError(cause instanceof Error ? cause.message : String(cause))
      },
    )
    return () => {
      isLeft = true
    }
  }, [pages, page, scale, size])

  const draft = tool !== null && from !== null && to !== null ? placeBetween(shapeOf(tool), from, to) : null
  const end = () => {
    if (draft !== null) onDrawn(draft)
    setFrom(null)
    setTo(null)
  }
  const point = (event: PointerEvent<SVGSVGElement>) => pointIn(event.currentTarget.getBoundingClientRect(), event)
  return (
    <div className={classes['page']} style={shown}>
      <canvas ref={canvasRef} style={shown} role="img" aria-label={`Page ${page}`} />
      {error === null ? null : <p role="alert">The page cannot be drawn: {error}</p>}
      <svg
        className={classes['layer']}
        width={shown.width}
        height={shown.height}
        data-drawing={tool !== null || undefined}
        aria-hidden="true"
        onPointerDown={(event) => {
          if (tool === null || event.button !== 0) return
          event.currentTarget.setPointerCapture(event.pointerId)
          setFrom(point(event))
          setTo(point(event))
        }}
        onPointerMove={(event) => {
          if (from !== null) setTo(point(event))
        }}
        onPointerUp={end}
      >
        {marks.map((mark) => (
          <MarkShape key={mark.markId} mark={mark} page={shown} />
        ))}
        {boxes.map(({ x, y, width, height }) => (
          <rect
            key={`${x} ${y} ${width} ${height}`}
            x={x * shown.width}
            y={y * shown.height}
            width={width * shown.width}
            height={height * shown.height}
            fill="black"
            opacity={0.75}
          />
        ))}
        {draft === null || tool === null ? null : (
          <MarkShape
            mark={{ ...draft, shape: shapeOf(tool), text: '', colour: tool.kind === 'mark' ? tool.colour : 'red' }}
            page={shown}
          />
        )}
      </svg>
    </div>
  )
}

const shapeOf = (tool: Tool) => (tool.kind === 'mark' ? tool.shape : 'rectangle')
