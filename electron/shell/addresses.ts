/** The two origins of the window: the page with its API, and the evidence, which has no rights. */

export const scheme = 'app';
export const pageOrigin = 'app://so-viec';
export const evidenceOrigin = 'app://minh-chung';

/** `new URL` gives no origin for a scheme of our own, so scheme and host are compared. */
function hasOrigin(address: string, origin: string): boolean {
  try {
    const { protocol, host, username, password } = new URL(address);
    return `${protocol}//${host}` === origin && username === '' && password === '';
  } catch {
    return false;
  }
}

export const isPage = (address: string) => hasOrigin(address, pageOrigin);
export const isEvidence = (address: string) => hasOrigin(address, evidenceOrigin);
