import type { planContract } from '../../shared/contract/plan.ts'
import type { Handlers } from './handler.ts'
import { planSample } from './plan/planSample.ts'

export const plan: Handlers<typeof planContract> = {
  'sample.plan': (params, { reader }) => planSample(params, reader),
}
