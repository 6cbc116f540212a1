import type { Session } from 'electron'

/** Refuses a session every permission, every device and every download; a page needs none of them. */
export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_, __, reply) => reply(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_, reply) => reply({}))
  session.setBluetoothPairingHandler((_, reply) => reply({ confirmed: false }))
  session.on('will-download', (event) => event.preventDefault())
}
