import { setNonce } from 'get-nonce'

/** The part of the browser's trusted types that is needed here; TypeScript's DOM library does not know them yet. */
type TrustedTypes = {
  createPolicy: (
    name: string,
    rules: { createHTML: (text: string) => string | null; createScriptURL: (address: string) => string | null },
  ) => unknown
}

/**
 * Comes to terms with the content security policy; runs once, before React.
 *
 * React fills Mantine's `<style>` elements through `innerHTML`, which the policy guards. Text without `<` cannot become an
 * element, so it passes; anything else is refused, wherever it comes from. And the part of a dialog that holds the page
 * still behind it writes a `<style>` element of its own, which needs the nonce as Mantine's do. A worker runs only from a file
 * of the application.
 */
export function acceptContentPolicy(): void {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes }
  trustedTypes?.createPolicy('default', {
    createHTML: (text) => (text.includes('<') ? null : text),
    // What reads PDFs runs in a worker, from a file of the application itself.
    createScriptURL: (address) => (address.startsWith(new URL('assets/', location.href).href) ? address : null),
  })
  setNonce(styleNonce())
}

/** @returns the nonce that this page's `<style>` elements need, for `MantineProvider getStyleNonce` */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}
