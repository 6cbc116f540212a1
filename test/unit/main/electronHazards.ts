/** A way to weaken an Electron application that its own sources can name. */
export type Hazard = { name: string; found: RegExp }

/**
 * What a reader of sources looks for in an Electron application: the items of Electron's security checklist
 * (electronjs.org/docs/latest/tutorial/security) and the checks of Doyensec's Electronegativity that a text can break.
 * What has to be there, such as limits of navigation, is read back in the real window instead (`test/e2e/hardening.test.ts`).
 */
export const hazards: readonly Hazard[] = [
  { name: 'Node in a page', found: /nodeIntegration(?:InWorker|InSubFrames)?['"]?\s*:\s*true/ },
  { name: 'a page that shares the preload script’s world', found: /contextIsolation['"]?\s*:\s*false/ },
  { name: 'a page without sandbox', found: /sandbox['"]?\s*:\s*false|no-sandbox/ },
  { name: 'a page without the same-origin rule', found: /webSecurity['"]?\s*:\s*false|disable-web-security/ },
  { name: 'mixed content', found: /allowRunningInsecureContent['"]?\s*:\s*true/ },
  { name: 'unfinished features of the browser', found: /experimentalFeatures['"]?\s*:\s*true|enableBlinkFeatures/ },
  {
    name: 'embedded pages',
    found: /<webview|webviewTag['"]?\s*:\s*true|allowpopups|\bWebContentsView\b|\bBrowserView\b/,
  },
  { name: 'an address handed to the system', found: /\bopenExternal\b/ },
  { name: 'a file or folder handed to the system', found: /\bshell\.openPath\b/ },
  { name: 'code given to a page as text', found: /\bexecuteJavaScript\w*|\binsertCSS\b/ },
  { name: 'the remote module', found: /@electron\/remote|enableRemoteModule|electron['"]\)\.remote/ },
  {
    name: 'Electron’s own objects given to the page',
    found: /exposeInMainWorld\([^)]*\b(?:ipcRenderer|electron)\b\s*\)/,
  },
  { name: 'any certificate', found: /certificate-error|setCertificateVerifyProc|ignore-certificate-errors/ },
  { name: 'switches of the browser', found: /commandLine\.append\w+/ },
  {
    name: 'a scheme with rights',
    found: /registerSchemesAsPrivileged|bypassCSP|corsEnabled|setAsDefaultProtocolClient/,
  },
  { name: 'warnings of Electron put off', found: /ELECTRON_DISABLE_SECURITY_WARNINGS/ },
  { name: 'text that becomes code', found: /\beval\(|new Function\(|\bimport\([^'"`)]/ },
  {
    name: 'text that becomes markup',
    found:
      /\bdangerouslySetInnerHTML\b|\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write\b|createContextualFragment|parseFromString/,
  },
  { name: 'images of the memory that a crash leaves', found: /\bcrashReporter\b/ },
  { name: 'a frame', found: /<iframe|createElement\(['"]iframe/ },
  {
    name: 'a request to elsewhere',
    found:
      /(?<![\w#.])fetch\(|XMLHttpRequest|new WebSocket|new EventSource|sendBeacon|from 'node:(?:https?|net|dgram|tls|dns|http2)/,
  },
  { name: 'a program that is started', found: /from 'node:child_process'|from 'child_process'/ },
]
