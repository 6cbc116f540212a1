import { randomBytes } from 'node:crypto'
import { protocol, type Session } from 'electron'
import { contentSecurityPolicy, styleNonceMark } from './contentPolicy.ts'
import type { Page } from './pages.ts'

export const scheme = 'app'
export const host = 'tickmark'
const firstPage = 'index.html'

/** The address of the window's page. */
export const pageAddress = `${scheme}://${host}/${firstPage}`

/** Has to run before the application is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true } }])
}

/** Serves the window's files to a session, as soon as they are read: a fixed list of names and nothing else. */
export function servePages(session: Session, pages: Promise<ReadonlyMap<string, Page>>): void {
  session.protocol.handle(scheme, async ({ url, method }) => answer(await pages, new URL(url), method))
}

function answer(pages: ReadonlyMap<string, Page>, { host: asked, pathname }: URL, method: string): Response {
  const name = pathname.slice(1)
  const page = asked === host && method === 'GET' ? pages.get(name) : undefined
  const nonce = randomBytes(16).toString('base64url')
  const headers = {
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'Content-Type': page?.mediaType ?? 'text/plain',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  }
  if (page === undefined) return new Response(null, { status: 404, headers })
  const body =
    name === firstPage ? page.bytes.toString('utf8').replaceAll(styleNonceMark, nonce) : new Uint8Array(page.bytes)
  return new Response(body, { headers })
}
