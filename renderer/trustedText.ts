/** The part of the browser's trusted types that is needed here; TypeScript's DOM library does not know them yet. */
type TrustedTypes = { createPolicy: (name: string, rules: { createHTML: (text: string) => string | null }) => unknown }

/**
 * React fills Mantine's `<style>` elements through `innerHTML`, which the content security policy guards. Text without
 * `<` cannot become an element, so it passes; anything else is refused, wherever it comes from. Runs once, before React.
 */
export function admitPlainText(): void {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes }
  trustedTypes?.createPolicy('default', { createHTML: (text) => (text.includes('<') ? null : text) })
}

/** @returns the nonce that this page's `<style>` elements need, for `MantineProvider getStyleNonce` */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}
