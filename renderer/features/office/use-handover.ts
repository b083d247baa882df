/** What is handed over, from whom to whom, as it is filled in; and the minute it makes. */
import { useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { OfficeView, PeopleView } from '../../../shared/api/contract/office.ts';
import type { IsoDate } from '../../../shared/text/dates.ts';
import { useData } from '../../data/cache.ts';
import { call } from '../../data/client.ts';
import { attemptWithUndo } from '../../parts/acts.ts';
import { useHandoverPreview } from './use-handover-preview.ts';

export type HandoverDraft = {
  fromId: string | null;
  toId: string | null;
  date: IsoDate;
  /** What is left out; everything a person has goes over unless said otherwise. */
  leftOut: readonly string[];
  witnessName: string;
  witnessTitle: string;
  note: string;
};

export type HandoverInput = {
  /** The one who hands over, where it is known. */
  fromId: string | null;
  people: PeopleView;
  office: OfficeView;
  today: IsoDate;
  onMade: (id: string) => void;
};

export type Handover = ReturnType<typeof useHandover>;

/** `ready` once both persons and at least one post or task are chosen; only then the minute is asked for. */
export function useHandover({ fromId, people, office, today, onMade }: HandoverInput) {
  const [draft, setDraft] = useState<HandoverDraft>({
    fromId,
    toId: null,
    date: today,
    leftOut: [],
    witnessName: office.chairName,
    witnessTitle: office.chairTitle === '' ? '' : 'Chủ tịch UBND',
    note: '',
  });
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<HandoverDraft>) => setDraft((before) => ({ ...before, ...part }));
  const { data: available } = useData(
    contract.handover.available,
    draft.fromId ? { params: { id: draft.fromId }, query: { date: draft.date } } : null,
  );
  const chosen = (id: string): boolean => !draft.leftOut.includes(id);
  const choose = (id: string, isIn: boolean) =>
    change({ leftOut: isIn ? draft.leftOut.filter((each) => each !== id) : [...draft.leftOut, id] });
  const postIds = available?.posts.map(({ id }) => id).filter(chosen) ?? [];
  const taskIds = available?.tasks.map(({ id }) => id).filter(chosen) ?? [];
  const ready = draft.fromId !== null && draft.toId !== null && postIds.length + taskIds.length > 0;
  const body = {
    fromPersonId: draft.fromId ?? '',
    toPersonId: draft.toId ?? '',
    date: draft.date,
    postIds,
    taskIds,
    witnessName: draft.witnessName,
    witnessTitle: draft.witnessTitle,
    note: draft.note,
  };
  const preview = useHandoverPreview(ready ? body : null);
  const nameOf = (id: string | null): string => people.people.find((person) => person.id === id)?.name ?? '';
  const make = async () => {
    setBusy(true);
    const made = await attemptWithUndo(`Đã bàn giao từ ${nameOf(draft.fromId)} cho ${nameOf(draft.toId)}.`, () =>
      call(contract.handover.make, { body }),
    );
    setBusy(false);
    if (made) onMade(made.id);
  };
  return { draft, change, available, chosen, choose, ready, preview, nameOf, busy, make };
}
