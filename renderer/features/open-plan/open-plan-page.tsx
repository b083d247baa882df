/** Mở kế hoạch đã có: read a file, compare, correct, and keep it with one yes. Until then nothing is stored. */
import { useSession } from '../../state/session.ts';
import { ChooseFile } from './choose-file.tsx';
import { ReviewPage } from './review-page.tsx';
import { useReview } from './review-store.ts';

export default function OpenPlanPage() {
  const review = useReview((state) => state.review);
  const profileId = useSession((session) => session.profileId);
  // A file read for another office on this computer stays with that office.
  if (!review || review.profileId !== profileId) return <ChooseFile />;
  return <ReviewPage key={review.readId} review={review} />;
}
