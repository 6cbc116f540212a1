import type { Term } from './term.ts'

/** Controls, populations, samples, tests. */
export const testingTerms: readonly Term[] = [
  {
    term: 'attribute',
    meaning: 'One question that a test asks of each sampled item: a column of the test sheet, with a letter.',
    code: 'attribute',
    screens: ['sheet', 'control'],
  },
  {
    term: 'control',
    meaning: 'Something that the client does, regularly or in certain cases, so that a criterion is met.',
    code: 'control',
    screens: ['controls', 'control'],
  },
  {
    term: 'control version',
    meaning:
      'A control as it was described from a certain day on. A control that changed within the period is tested by version.',
    code: 'controlVersion',
    screens: ['control'],
  },
  {
    term: 'completeness and accuracy',
    meaning:
      'That a list of the client holds every item, and of each what is true. It is concluded before anything is drawn from it.',
    code: 'population.conclude',
    screens: ['population', 'populations'],
  },
  {
    term: 'coverage',
    meaning:
      'Which part of the period the dates of the sampled items reach, month by month, and where they leave a hole.',
    code: 'coverageNote',
    screens: ['sample', 'control'],
  },
  {
    term: 'draw',
    meaning: 'To choose the items of a sample by a method and a seed that anybody can repeat.',
    code: 'sample.draw',
    screens: ['sample', 'control'],
  },
  {
    term: 'evidence',
    meaning: 'A file that supports a result or a paper, kept as it was received and known by its SHA-256.',
    code: 'evidence',
    screens: ['evidence', 'search'],
  },
  {
    term: 'item',
    meaning: 'One thing that a control acted on: a change, an account, a ticket; a row of a population.',
    code: 'sampleItem',
    screens: ['population', 'sample', 'sheet'],
  },
  {
    term: 'observation period',
    meaning: 'The days over which the controls of a Type 2 engagement are tested; the first and the last are in it.',
    code: 'engagement.periodStart',
    also: 'period',
    screens: ['dashboard', 'scope'],
  },
  {
    term: 'population',
    meaning: 'All items on which a control acted in the period: the list from which a sample is drawn.',
    code: 'population',
    screens: ['populations', 'population'],
  },
  {
    term: 'procedure',
    meaning:
      'What the auditor does to test a control, and by which means: inquiry, observation, inspection or doing it again.',
    code: 'procedure',
    also: 'test procedure',
    screens: ['control'],
  },
  {
    term: 'replacement',
    meaning: 'The next item in the order of the draw, taken for one that cannot be tested, with the reason.',
    code: 'sampleItem.replaces',
    screens: ['sample'],
  },
  {
    term: 'result',
    meaning: 'What the test of one attribute on one item came to: pass, deviation or not applicable.',
    code: 'result',
    screens: ['sheet'],
  },
  {
    term: 'sample',
    meaning: 'The items of a population that are tested for all of it.',
    code: 'sample',
    screens: ['sample', 'control'],
  },
  {
    term: 'sampling policy',
    meaning: 'The firm’s rules for the size of a sample by frequency and risk, by version.',
    code: 'policyVersion',
    screens: ['sample', 'control', 'settings'],
  },
  {
    term: 'seed',
    meaning:
      'The text from which the order of a draw follows. Whoever has it and the list of ids finds the same items.',
    code: 'sample.seed',
    screens: ['sample'],
  },
  {
    term: 'settlement',
    meaning: 'The auditor’s decision, with a reason, on a row of a population that cannot be taken as it is.',
    code: 'settlement',
    screens: ['population'],
  },
  {
    term: 'stratum',
    meaning: 'A part of a population from which so many items are drawn as from a population of its own.',
    code: 'sampleItem.stratum',
    screens: ['sample'],
  },
  {
    term: 'test sheet',
    meaning: 'The grid of a procedure: a row for each sampled item, a column for each attribute.',
    code: 'result.sheet',
    screens: ['sheet'],
  },
  {
    term: 'tickmark',
    meaning: 'A sign beside a result that stands for a sentence of the legend.',
    code: 'tickmark',
    screens: ['tickmarks', 'sheet'],
  },
  {
    term: 'upper limit',
    meaning:
      'The rate of deviation that the population does not exceed, at the confidence that was chosen, given what the sample showed.',
    code: 'sampling.upperLimit',
    screens: ['sample'],
  },
  {
    term: 'walkthrough',
    meaning:
      'Following one instance of a control from its beginning to its end, to see that it is designed as described and is there.',
    code: 'walkthrough',
    screens: ['control'],
  },
]
