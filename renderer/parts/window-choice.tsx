/** The reporting window every screen counts in; choosing one here chooses it everywhere. */
import type { WindowView } from '../../shared/api/contract/office.ts';
import { useLeavingChange } from '../data/saver/saving.ts';
import { useSession } from '../state/session.ts';
import { PillMenu } from '../ui/pill-filters.tsx';

/** `windows` may hold other years too; offered are those of the chosen window's year. */
export function WindowChoice({ windows, window }: { windows: readonly WindowView[]; window: WindowView }) {
  const chooseWindow = useLeavingChange(useSession((session) => session.chooseWindow));
  return (
    <PillMenu
      label="Kỳ báo cáo"
      everything={window.label}
      required
      options={windows.filter((each) => each.year === window.year).map(({ id, label }) => ({ value: id, label }))}
      value={window.id}
      onChange={chooseWindow}
    />
  );
}
