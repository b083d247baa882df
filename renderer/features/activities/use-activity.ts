/** The form of one activity: what is typed stays a draft until a button saves it; saving, removing, and both texts in a conflict. */
import { useEffect, useRef, useState } from 'react';
import type { ActivityKind } from '../../../shared/activity/activity.ts';
import type { ActivityView } from '../../../shared/api/contract/activities.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { PlanSummary } from '../../../shared/api/contract/office.ts';
import { readAgain } from '../../data/cache.ts';
import { call, Refusal } from '../../data/client.ts';
import { useOpenField } from '../../data/saver/open-fields.ts';
import { attemptWithUndo, tellUndoable } from '../../parts/acts.ts';
import { draftNow, officeDraftKey, useDraft } from '../../state/drafts.ts';
import { dialogOpen } from '../../ui/keyboard.ts';
import { useTypedAct } from '../../ui/take-in.ts';
import { showProblemToast } from '../../ui/toast.tsx';
import { type ActivityForm, formFromText, formOf, newForm, toInput, type Wrong } from './activity-form.ts';

export type ActivityProps = {
  /** Null for a new one. */
  view: ActivityView | null;
  all: readonly ActivityView[];
  villages: readonly string[];
  plan: PlanSummary | null;
  today: string;
  onMade: () => void;
  onLeave: () => void;
};

const formOfView = (view: ActivityView): ActivityForm =>
  formOf(
    view.activity,
    view.tasks.map((task) => task.id),
    view.evidenceIds,
  );

/** The newest of the kind, or of all: the next entry remembers what is usual. */
function lastForm(all: readonly ActivityView[], kind: ActivityKind | null): ActivityForm | null {
  const newest = [...all]
    .filter((view) => kind === null || view.activity.kind === kind)
    .sort((a, b) => b.addedAt - a.addedAt)[0];
  return newest ? formOfView(newest) : null;
}

export function useActivity({ view, all, plan, today, onMade, onLeave }: ActivityProps) {
  const start = (kind: ActivityKind) => newForm(kind, today, lastForm(all, kind));
  const saved = view ? formOfView(view) : start(lastForm(all, null)?.kind ?? 'tuyen-truyen');
  const key = officeDraftKey('activity', view?.activity.id ?? 'moi', 'form');
  const draft = useDraft(key, JSON.stringify(saved));
  const form = formFromText(draft.text) ?? saved;
  // What was typed in this very turn is in the draft before it is on the screen.
  const formNow = () => formFromText(draftNow(key)?.text ?? '') ?? saved;
  const set = (patch: Partial<ActivityForm>) => draft.setText(JSON.stringify({ ...formNow(), ...patch }));
  const [wrong, setWrong] = useState<Wrong>({});
  const [conflict, setConflict] = useState('');
  const [busy, setBusy] = useState(false);
  const title = useRef<HTMLInputElement>(null);
  useOpenField({
    owners: plan ? [`plan/${plan.id}`] : [],
    label: `Hoạt động “${form.title || 'chưa có tên'}”`,
    hasButton: true,
    takeIn: () => (draft.restored ? 'chưa bấm “Lưu” hoặc “Ghi”.' : null),
  });

  const save = useTypedAct(async () => {
    const read = toInput(form);
    setWrong(read.ok ? {} : read.wrong);
    if (!read.ok || busy) return;
    setBusy(true);
    const body = { activity: read.activity, taskIds: form.taskIds, evidenceIds: form.evidenceIds };
    try {
      const answer = view
        ? await call(contract.activities.change, {
            params: { id: view.activity.id },
            body: { ...body, revision: view.revision },
          })
        : await call(contract.activities.add, { body });
      await readAgain();
      setConflict('');
      draft.acknowledge(draft.text);
      tellUndoable(view ? 'Đã sửa hoạt động' : `Đã ghi “${read.activity.title}”`, answer.batchId);
      // Whoever went on to another entry or screen meanwhile is not called back.
      if (!view && title.current) {
        onMade();
        title.current.focus();
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code === 'da-doi') setConflict(error.message);
      else showProblemToast(error.message);
      await readAgain();
    } finally {
      setBusy(false);
    }
  });
  const remove = async () => {
    if (!view) return;
    const answer = await attemptWithUndo(`Đã xóa hoạt động “${view.activity.title}”`, () =>
      call(contract.activities.remove, { params: { id: view.activity.id }, query: { revision: view.revision } }),
    );
    if (answer) onLeave();
  };
  const giveUp = () => {
    draft.clear();
    onLeave();
  };
  useSaveKey(() => void save());
  return { form, set, start, wrong, conflict, busy, title, unsaved: draft.restored, save, remove, giveUp };
}

/** Ctrl+Enter and Ctrl+S save from anywhere on the screen: a suggestion that was taken leaves no field with the focus. */
function useSaveKey(save: () => void) {
  const now = useRef(save);
  now.current = save;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || (key !== 's' && key !== 'enter') || dialogOpen()) return;
      event.preventDefault();
      now.current();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
