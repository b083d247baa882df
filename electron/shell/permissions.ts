/**
 * Runs in: main process. The page may copy text to the clipboard; camera, position, devices and the rest are refused without
 * asking the person. The network is refused as a whole: the program works without it, so nothing may leave by mistake.
 */
import { isEvidence, isPage, pageOrigin } from './addresses.ts';

type Session = Electron.Session;

const granted: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** Everything that would leave the machine or read its disk past the program. */
const outside = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*'];

/** Sets the handlers of the session that the window uses. */
export function restrictSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(granted.has(permission) && details.isMainFrame && isPage(details.requestingUrl));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin, details) =>
      granted.has(permission) && details.isMainFrame && origin.replace(/\/$/, '') === pageOrigin,
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.webRequest.onBeforeRequest({ urls: outside }, (_details, answer) => answer({ cancel: true }));
  session.on('will-download', (event, item) => {
    // Documents come from the program, or from the page itself as a blob; anything else was not asked for by a person.
    const address = item.getURL();
    if (!isPage(address) && !address.startsWith(`blob:${pageOrigin}/`) && !isEvidence(address)) {
      event.preventDefault();
    }
  });
  // The dictionary would be fetched from the network.
  session.setSpellCheckerEnabled(false);
}
