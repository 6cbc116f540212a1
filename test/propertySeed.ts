import fc from 'fast-check'

/**
 * Every property test of a run begins from one seed: the same in every check, so that what passed passes again, and another one
 * in each round of `npm run fuzz`, which prints it. `TICKMARK_SEED` repeats a round.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env['TICKMARK_SEED'] ?? 20_261_129) })
