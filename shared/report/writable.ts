/**
 * @returns a text as files can hold it: characters that no XML has (XML 1.0, production 2), and that a page of HTML should not
 *   have, become the sign for that
 */
export function writable(text: string): string {
  return text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}')
}
