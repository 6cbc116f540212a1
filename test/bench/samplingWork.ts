import { sampleSize, type SampleSizePlan } from '../../shared/sampling/sampleSize.ts'
import { type EvaluatedSample, upperLimit } from '../../shared/sampling/upperLimit.ts'
import { type Figure, figureOf, timed } from './figures.ts'
import { askSciPy } from './sciPy.ts'

const runs = 5
const confidences = [0.9, 0.95, 0.99]
const models = [
  { model: 'binomial' },
  { model: 'poisson' },
  { model: 'hypergeometric', populationSize: 2000 },
  { model: 'hypergeometric', populationSize: 1_000_000 },
] as const

/** Samples as they are evaluated: 192 of them. */
const samples: EvaluatedSample[] = models.flatMap((model) =>
  confidences.flatMap((confidence) =>
    [25, 60, 240, 1000].flatMap((size) =>
      [0, 1, 2, 5].map((deviations) => ({ ...model, confidence, sampleSize: size, deviations })),
    ),
  ),
)

/** Samples as they are planned: 60 of them, up to some 700 items. */
const plans: SampleSizePlan[] = models.flatMap((model) =>
  confidences.flatMap((confidence) =>
    [
      [0.02, 0],
      [0.05, 0.01],
      [0.06, 0.02],
      [0.09, 0.02],
      [0.1, 0],
    ].map(([tolerableRate = 0, expectedRate = 0]) => ({ ...model, confidence, tolerableRate, expectedRate })),
  ),
)

/** Planning and evaluation of samples beside SciPy: how long they take, and whether both come to the same. */
export async function samplingWork(): Promise<Figure[]> {
  return [
    ...(await besideSciPy('upperLimit', samples, (sample) => upperLimit(sample).upperLimit)),
    ...(await besideSciPy('size', plans, (plan) => sampleSize(plan).sampleSize)),
  ]
}

async function besideSciPy<T extends object>(
  kind: 'upperLimit' | 'size',
  questions: readonly T[],
  answerOf: (question: T) => number,
): Promise<Figure[]> {
  const what = `${questions.length} × sampling.${kind}`
  let values: number[] = []
  const own = await timed(runs, () => Promise.resolve((values = questions.map(answerOf))))
  const sciPy = await askSciPy(kind, questions, runs)
  if (sciPy === null) return [figureOf(what, own, 'SciPy is not installed')]
  const furthest = Math.max(...values.map((value, at) => Math.abs(value / (sciPy.values[at] ?? NaN) - 1)))
  return [
    figureOf(what, own, `furthest from SciPy: ${furthest.toExponential(1)} of the value`),
    figureOf('the same with SciPy', sciPy.durations, `SciPy ${sciPy.version}`),
  ]
}
