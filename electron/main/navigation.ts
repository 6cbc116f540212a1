import { app, type WebContents } from 'electron'

/** Holds every page where it is: no address of a document ever changes, no second window, no embedded page. */
export function refuseNavigation(): void {
  app.on('web-contents-created', (_, contents) => hold(contents))
}

function hold(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
