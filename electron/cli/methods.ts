import { z } from 'zod'
import { contract } from '../../shared/contract/index.ts'
import { errorCatalogue } from '../../shared/errors/catalogue.ts'

/** @returns every method with its kind, title and JSON Schemas, and every error code with its sentence */
export function describeMethods() {
  const schema = (type: z.ZodType, io: 'input' | 'output') => z.toJSONSchema(type, { io, unrepresentable: 'any' })
  return {
    methods: Object.entries(contract).map(([method, { kind, title, params, result, errors }]) => ({
      method,
      kind,
      title,
      params: schema(params, 'input'),
      result: schema(result, 'output'),
      errors,
    })),
    errors: Object.entries(errorCatalogue).map(([code, message]) => ({ code, message })),
  }
}
