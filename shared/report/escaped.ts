/** Writes text so that no reader takes any of it for markup. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`).replaceAll('\0', '\u{FFFD}')
}
