import type { packageContract } from '../../shared/contract/package.ts'
import type { Handlers } from './handler.ts'
import { examinePackage, hashOf } from './package/examinePackage.ts'
import { importPackage } from './package/importPackage.ts'

export const receivedPackage: Handlers<typeof packageContract> = {
  'package.inspect': async (params, context) =>
    (await examinePackage(params, context, (_path, content) => hashOf(content))).finding,
  'package.import': importPackage,
}
