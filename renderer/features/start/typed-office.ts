/** The first form survives a closed window: what was typed is kept as one draft and read back with distrust. */
import { z } from 'zod';
import { unitKind } from '../../../shared/office/unit.ts';
import { firstValues, type OfficeValues } from '../../parts/office-form/values.ts';
import { officeDraftKey, useDraft } from '../../state/drafts.ts';

const kept: z.ZodType<OfficeValues> = z.object({
  kind: unitKind,
  name: z.string(),
  superiorKind: unitKind,
  superiorName: z.string(),
  place: z.string().nullable(),
  chairTitle: z.string(),
  chairName: z.string(),
});

function read(text: string): OfficeValues {
  try {
    return kept.parse(JSON.parse(text));
  } catch {
    return firstValues;
  }
}

/** Values of the form, how to change them, and how to forget them once the office is kept. */
export function useTypedOffice() {
  const draft = useDraft(officeDraftKey('start', 'form', 'values'), JSON.stringify(firstValues));
  const values = read(draft.text);
  return {
    values,
    change: (change: Partial<OfficeValues>) => draft.setText(JSON.stringify({ ...values, ...change })),
    clear: draft.clear,
  };
}
