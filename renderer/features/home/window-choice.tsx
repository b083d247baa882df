/** The reporting window every screen counts in; choosing one here chooses it everywhere. */
import type { StateView, WindowView } from '../../../shared/api/contract/office.ts';
import { useSession } from '../../state/session.ts';
import { PillMenu } from '../../ui/pill-filters.tsx';

export function WindowChoice({ state, year, window }: { state: StateView; year: number; window: WindowView }) {
  const chooseWindow = useSession((session) => session.chooseWindow);
  return (
    <PillMenu
      label="Kỳ báo cáo"
      everything={window.label}
      required
      options={state.windows.filter((each) => each.year === year).map(({ id, label }) => ({ value: id, label }))}
      value={window.id}
      onChange={chooseWindow}
    />
  );
}
