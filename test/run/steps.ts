/** One check. `counts` tells where its number of tests comes from; without it the step is one check by itself. */
export type Step = { name: string; command: string; words: string[]; counts?: 'vitest' }

const vitest = (project: string): Step => ({
  name: project,
  command: 'vitest',
  words: ['run', '--project', project],
  counts: 'vitest',
})

/**
 * One stage after the other, in the order in which a failure is cheapest to find. The steps of one stage run side by side: where
 * one waits for a disk, a process or its only thread, the other has the cores.
 */
export const stages: readonly (readonly Step[])[] = [
  [{ name: 'prepare', command: 'node', words: ['test/prepare.ts'] }],
  [
    { name: 'types', command: 'tsc', words: ['--noEmit'] },
    { name: 'lint', command: 'oxlint', words: ['--type-aware', '--deny-warnings'] },
    { name: 'format', command: 'oxfmt', words: ['--check'] },
    { name: 'walls', command: 'npm', words: ['run', '--silent', 'walls'] },
  ],
  [vitest('unit'), { name: 'build', command: 'node', words: ['electron/dev/build.ts'] }],
  [vitest('engine')],
  [vitest('faults'), vitest('package')],
  [vitest('e2e')],
]
