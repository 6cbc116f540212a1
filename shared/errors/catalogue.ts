import { samplingErrors } from './sampling.ts'

/** Every error code that leaves the engine, with its sentence. `{name}` is filled from the error's details. */
export const errorCatalogue = {
  ...samplingErrors,
} as const

export type ErrorCode = keyof typeof errorCatalogue
