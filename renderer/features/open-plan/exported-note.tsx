/** The file is the Word file of a plan kept here, taken out and perhaps edited: its edits can be looked at one by one. */
import { useLocation } from 'wouter';
import { dateInVietnam, timeInVietnam } from '../../../shared/text/dates.ts';
import { compareRead } from '../../parts/returned/returned-store.ts';
import { useSession } from '../../state/session.ts';
import { Note, TextAction } from '../../ui/note.tsx';
import { typedDate } from '../../ui/typed-date.ts';
import { type Review, useReview } from './review-store.ts';

export function ExportedNote({ review }: { review: Review }) {
  const [, go] = useLocation();
  const { exported, read, readId } = review;
  if (!exported) return null;
  const look = () => {
    void compareRead(exported.planId, read.source.name, readId);
    useReview.getState().close();
    useSession.getState().choosePlan(exported.planId);
    go('/ke-hoach/ban-word');
  };
  return (
    <Note tone="info">
      Tệp này là bản Word đã xuất từ kế hoạch đang có, lúc {timeInVietnam(exported.at)} ngày{' '}
      {typedDate(dateInVietnam(exported.at))}. Nên xem từng chỗ đã sửa rồi chọn nhận: kết quả và minh chứng của nhiệm vụ
      giữ nguyên. <TextAction onClick={look}>Xem từng chỗ đã sửa</TextAction>
    </Note>
  );
}
