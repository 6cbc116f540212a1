import { contract, type MethodName } from '../../../shared/contract/index.ts'

/** @returns what a command does, in words; one of a newer program has no title here, and its name is shown then */
export function commandTitle(command: string): string {
  return Object.hasOwn(contract, command) ? contract[command as MethodName].title : command
}
