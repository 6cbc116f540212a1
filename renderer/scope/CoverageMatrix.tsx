import { Group, ScrollArea, Text, VisuallyHidden } from '@mantine/core'
import type { Criterion } from '../../shared/contract/criterion.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { ListActions } from '../ui/ListActions.tsx'
import { Loading } from '../ui/Loading.tsx'
import classes from './CoverageMatrix.module.css'

type CoverageMatrixProps = { engagementId: string; criteria: readonly Criterion[] }
type Column = { controlId: string; ref: string; title: string }

/** Pixels of the picture. */
const cell = 16
const head = 84
const side = 64

/**
 * Criteria against controls as a picture: a dot where a control answers a criterion, the number of controls at the end of
 * each line. For a screen reader a table says the same in words.
 */
export function CoverageMatrix({ engagementId, criteria }: CoverageMatrixProps) {
  const list = useEngineQuery('control.list', { engagementId, limit: 1000 })
  if (list.data === undefined) return list.isPending ? <Loading /> : <ErrorNote error={list.error} />
  const { controls } = list.data
  if (controls.length === 0)
    return <EmptyState title="Nothing to compare yet" text="Import the control matrix or add controls first." />
  const mapped = new Set(criteria.flatMap((criterion) => criterion.controls.map(({ controlId }) => controlId)))
  const idle = controls.filter(({ controlId }) => !mapped.has(controlId)).map(({ ref }) => ref)
  return (
    <>
      <Group justify="flex-end" pb="md">
        <ListActions name="Coverage matrix" selection={{ list: 'coverageMatrix', engagementId }} />
      </Group>
      <ScrollArea viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': 'Coverage matrix' }}>
        <Picture criteria={criteria} columns={controls} />
      </ScrollArea>
      <Twin criteria={criteria} />
      <Text size="sm">
        {idle.length === 0
          ? 'Every control answers a criterion in scope.'
          : `Controls that answer no criterion in scope: ${idle.join(', ')}`}
      </Text>
    </>
  )
}

function Twin({ criteria }: { criteria: readonly Criterion[] }) {
  return (
    <VisuallyHidden>
      <table aria-label="Criteria and their controls">
        <thead>
          <tr>
            <th scope="col">Criterion</th>
            <th scope="col">Number of controls</th>
            <th scope="col">Controls</th>
          </tr>
        </thead>
        <tbody>
          {criteria.map(({ criterionId, title, controls }) => (
            <tr key={criterionId}>
              <th scope="row">
                {criterionId} {title}
              </th>
              <td>{controls.length}</td>
              <td>{controls.length === 0 ? 'none' : controls.map(({ ref }) => ref).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </VisuallyHidden>
  )
}

function Picture({ criteria, columns }: { criteria: readonly Criterion[]; columns: readonly Column[] }) {
  const places = new Map(columns.map(({ controlId }, place) => [controlId, place]))
  const uncovered = criteria.filter(({ controls }) => controls.length === 0).map(({ criterionId }) => criterionId)
  const words = uncovered.length === 0 ? 'every criterion has a control' : `without a control: ${uncovered.join(', ')}`
  const right = side + columns.length * cell
  return (
    <svg
      className={classes['matrix']}
      width={right + 60}
      height={head + criteria.length * cell + 4}
      role="img"
      aria-label={`Criteria against controls; ${words}`}
    >
      {columns.map(({ controlId, ref, title }, place) => (
        <text key={controlId} transform={`translate(${side + place * cell + cell * 0.7} ${head - 6}) rotate(-90)`}>
          {ref.slice(0, 12)}
          <title>{`${ref} ${title}`}</title>
        </text>
      ))}
      {criteria.map((criterion, line) => (
        <MatrixLine
          key={criterion.criterionId}
          criterion={criterion}
          top={head + line * cell}
          right={right}
          places={places}
          startsSeries={line > 0 && criteria[line - 1]?.series !== criterion.series}
        />
      ))}
    </svg>
  )
}

type MatrixLineProps = {
  criterion: Criterion
  top: number
  right: number
  places: ReadonlyMap<string, number>
  startsSeries: boolean
}

function MatrixLine({ criterion, top, right, places, startsSeries }: MatrixLineProps) {
  const { criterionId, controls } = criterion
  const middle = top + cell / 2
  return (
    <g>
      <line className={startsSeries ? classes['series'] : classes['line']} x1={0} x2={right + 56} y1={top} y2={top} />
      <text x={0} y={middle + 4}>
        {criterionId}
        <title>{criterion.title}</title>
      </text>
      {controls.map(({ controlId, ref }) => {
        const place = places.get(controlId)
        return place === undefined ? null : (
          <circle key={controlId} className={classes['dot']} cx={side + place * cell + cell / 2} cy={middle} r={5}>
            <title>{`${criterionId} · ${ref}`}</title>
          </circle>
        )
      })}
      <text className={controls.length === 0 ? classes['none'] : undefined} x={right + 8} y={middle + 4}>
        {controls.length === 0 ? '▲ none' : controls.length}
      </text>
    </g>
  )
}
