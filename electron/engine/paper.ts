import type { paperContract } from '../../shared/contract/paper.ts'
import type { Handlers } from './handler.ts'
import { describePaper } from './paper/describe.ts'

export const paper: Handlers<typeof paperContract> = {
  'paper.get': ({ target }, { reader }) => describePaper(reader, target),
}
