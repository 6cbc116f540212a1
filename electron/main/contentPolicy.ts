/** Stands in the built page where each answer gets its own nonce. */
export const styleNonceMark = 'STYLE-NONCE'

/**
 * What a page of ours may load: its own files, and nothing else.
 *
 * Styles: Mantine writes its colour scheme and responsive props into `<style>` elements, which need a nonce
 * (`MantineProvider getStyleNonce`); style attributes come through the DOM's style object, which no policy stops. So
 * 'unsafe-inline' is needed nowhere.
 *
 * Trusted types: React fills those `<style>` elements through `innerHTML`, so one policy, `default`, is allowed; the page
 * defines it so that it lets text pass that cannot be markup, and refuses everything else (renderer/contentPolicy.ts).
 * @param nonce fresh for every answer
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ')
}
