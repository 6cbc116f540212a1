import { powerMonitor } from 'electron'
import type { ShellEvents } from '../../shared/shell/windowApi.ts'

type Reason = ShellEvents['shell.locked']['reason']

/** Calls `lock` when the auditor leaves the machine: it goes to sleep, or its screen is locked. */
export function onLeaving(lock: (reason: Reason) => void): void {
  powerMonitor.on('suspend', () => lock('suspend'))
  powerMonitor.on('lock-screen', () => lock('lock-screen'))
}
