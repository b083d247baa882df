/**
 * Trying the program must never touch the real office: practice gets an office of its own on this computer, beside the main one.
 * A practice office that exists already is opened again instead of making a second.
 */

import { contract } from '../../../shared/api/contract/contract.ts';
import type { ProfileView } from '../../../shared/api/contract/office.ts';
import { call } from '../../data/client.ts';
import { useSession } from '../../state/session.ts';

const practiceLabel = 'Dùng thử';

/** The practice office kept beside the main one. */
export const practiceProfile = (profiles: readonly ProfileView[]): ProfileView | undefined =>
  profiles.slice(1).find((profile) => profile.practice || profile.label === practiceLabel);

/** The main office is the first of the list. */
export const inMainOffice = (profiles: readonly ProfileView[]): boolean => profiles[0]?.current !== false;

/**
 * Opens the practice office, made and filled when there is none. From an office that was added by hand and is still empty, that one is
 * filled. On a refusal the window is back where it was.
 */
export async function openPractice(profiles: readonly ProfileView[]): Promise<void> {
  const before = useSession.getState().profileId;
  try {
    if (inMainOffice(profiles)) {
      const target =
        practiceProfile(profiles) ?? (await call(contract.office.addProfile, { body: { label: practiceLabel } }));
      useSession.getState().openProfile(target.id);
    }
    const { office } = await call(contract.office.state);
    if (office === null) await call(contract.office.practice, { body: {} });
  } catch (error) {
    useSession.getState().openProfile(before);
    throw error;
  }
}
