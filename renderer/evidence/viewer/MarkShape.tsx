import type { EvidenceMark } from '../../../shared/contract/evidencePreview.ts'

/** Colours that stand out on paper, whatever the scheme of the window: a page is white in both. */
const colours: Record<EvidenceMark['colour'], string> = {
  red: '#c92a2a',
  blue: '#1864ab',
  green: '#2b8a3e',
  orange: '#d9480f',
}

type MarkShapeProps = {
  mark: Pick<EvidenceMark, 'shape' | 'x' | 'y' | 'width' | 'height' | 'text' | 'colour'>
  /** Size of the page as it is drawn, in pixels. */
  page: { width: number; height: number }
}

/** A mark as it is drawn over a page. */
export function MarkShape({ mark, page }: MarkShapeProps) {
  const x = mark.x * page.width
  const y = mark.y * page.height
  const width = mark.width * page.width
  const height = mark.height * page.height
  const line = { stroke: colours[mark.colour], strokeWidth: 2, fill: 'none' }
  return (
    <g>
      {mark.shape === 'rectangle' ? <rect x={x} y={y} width={width} height={height} {...line} /> : null}
      {mark.shape === 'ellipse' ? (
        <ellipse cx={x + width / 2} cy={y + height / 2} rx={width / 2} ry={height / 2} {...line} />
      ) : null}
      {mark.shape === 'arrow' ? <path d={arrow(x, y, x + width, y + height)} {...line} /> : null}
      {mark.shape === 'tick' ? <path d={`M ${x - 8} ${y} l 6 7 l 12 -16`} {...line} strokeWidth={3} /> : null}
      {mark.shape === 'note' ? <circle cx={x} cy={y} r={7} fill={colours[mark.colour]} /> : null}
      {mark.text === '' ? null : (
        <text
          x={x + Math.max(0, width) + 6}
          y={y + 4}
          fill={colours[mark.colour]}
          stroke="white"
          strokeWidth={3}
          paintOrder="stroke"
          fontSize={13}
          fontWeight={600}
        >
          {mark.text}
        </text>
      )}
    </g>
  )
}

/** The head of an arrow is as long whatever its length. */
function arrow(x1: number, y1: number, x2: number, y2: number): string {
  const angle = Math.atan2(y2 - y1, x2 - x1)
  const head = (turn: number) => `L ${x2 - 12 * Math.cos(angle + turn)} ${y2 - 12 * Math.sin(angle + turn)}`
  return `M ${x1} ${y1} L ${x2} ${y2} ${head(0.45)} M ${x2} ${y2} ${head(-0.45)}`
}
