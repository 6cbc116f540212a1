import { app, type Session, type WebContents } from 'electron'
import { scheme } from './protocol.ts'

/** What a page may ask for. Everything else would leave the machine, or read it. */
const allowedSchemes = new Set([`${scheme}:`, 'blob:', ...(app.isPackaged ? [] : ['devtools:'])])

/** Has to run before the application is ready. */
export function cutNetworkOff(): void {
  // No name is ever looked up, not even by those parts of Chromium that no request filter sees.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('disable-domain-reliability')
  app.commandLine.appendSwitch('no-pings')
  // A call between browsers would ask the local network for names by multicast.
  app.commandLine.appendSwitch('disable-features', 'WebRtcHideLocalIpsWithMdns')
  app.on('web-contents-created', (_, contents) => closeSockets(contents))
}

/** Refuses every request of a session except for the window's own files. */
export function refuseRequests(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, reply) => reply({ cancel: !allowedSchemes.has(schemeOf(url)) }))
  // The request filter does not see files; this does.
  session.protocol.handle('file', () => new Response(null, { status: 403 }))
  // A dictionary would be downloaded.
  session.setSpellCheckerEnabled(false)
}

/** Calls between browsers open sockets past the request filter: without a proxy this leaves them none to open. */
function closeSockets(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

function schemeOf(url: string): string {
  return URL.canParse(url) ? new URL(url).protocol : ''
}
