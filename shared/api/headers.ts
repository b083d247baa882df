/** Headers the renderer sends beside the session: which office on this computer, and as whom the person works. Both are checked by the server. */
export const profileHeader = 'x-so-viec-profile';
export const personHeader = 'x-so-viec-person';
