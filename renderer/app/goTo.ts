/** Leads to an address of `links`. */
export function goTo(href: string): void {
  window.location.hash = href
}
