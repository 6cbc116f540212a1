import type { SignOff } from '../../../shared/contract/signOff.ts'
import { instantText } from '../../../shared/period/instantText.ts'

/** @returns a sign-off in a line, as it stands on paper */
export const signOffWords = ({ role, by, at, changedSince }: SignOff): string =>
  `${role.replaceAll('_', ' ')}: ${by}, ${instantText(at)}${changedSince ? ' (changed since)' : ''}`
