import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { WindowApi } from '../shared/shell/windowApi.ts'

/**
 * All that a window can reach beyond its own page. It knows no method by name: main and the engine decide what there is.
 * Electron's event objects stay here, because through their sender a page could reach everything.
 */
const api: WindowApi = {
  call: (method, params) => ipcRenderer.invoke('call', method, params),
  on: (event, listener) => {
    const forward = (_: unknown, name: unknown, payload: unknown) => {
      if (name === event) listener(payload)
    }
    ipcRenderer.on('event', forward)
    return () => {
      ipcRenderer.off('event', forward)
    }
  },
  // A dropped file is the one thing whose path only this side can read; it goes to main and never into the page.
  shell: (action, files = []) =>
    ipcRenderer.invoke(
      'shell',
      action,
      [...files].map((file) => webUtils.getPathForFile(file)),
    ),
}

contextBridge.exposeInMainWorld('tickmark', api)
