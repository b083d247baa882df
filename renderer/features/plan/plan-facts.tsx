/** What the head of the plan says, edited in place and saved on leaving a field. */

import { contract } from '../../../shared/api/contract/contract.ts';
import type { PlanView } from '../../../shared/api/contract/plans.ts';
import { isCalendarDate, shortDate } from '../../../shared/text/dates.ts';
import { useWrite } from '../../data/cache.ts';
import { call, Refusal } from '../../data/client.ts';
import { tellUndoable } from '../../parts/acts.ts';
import { InlineText } from '../../ui/inline-text.tsx';
import { KeyValues } from '../../ui/key-values.tsx';
import { parseTypedDate } from '../../ui/typed-date.ts';
import styles from './plan-page.module.css';

type Facts = Pick<PlanView, 'number' | 'date' | 'place' | 'title'>;

export function PlanFacts({ plan }: { plan: PlanView }) {
  const write = useWrite((change: Partial<Facts>) =>
    call(contract.plans.change, {
      params: { id: plan.id },
      body: {
        revision: plan.revision,
        number: plan.number,
        date: plan.date,
        place: plan.place,
        title: plan.title,
        ...change,
      },
    }),
  );
  const save = async (change: Partial<Facts>, words: string): Promise<string | null> => {
    try {
      const { batchId } = await write.mutateAsync(change);
      tellUndoable(words, batchId);
      return null;
    } catch (error) {
      if (error instanceof Refusal) return error.message;
      throw error;
    }
  };

  return (
    <section className={styles.facts} aria-label="Đầu văn bản">
      <KeyValues
        items={[
          {
            name: 'Tên kế hoạch',
            value: (
              <InlineText
                label="Tên kế hoạch"
                value={plan.title}
                maxLength={500}
                onSave={(title) =>
                  title.trim() === '' ? 'Tên kế hoạch không để trống được.' : save({ title }, 'Đã sửa tên kế hoạch.')
                }
              />
            ),
          },
          {
            name: 'Số, ký hiệu',
            value: (
              <InlineText
                label="Số, ký hiệu"
                value={plan.number}
                placeholder="Chưa có số"
                maxLength={60}
                onSave={(number) => save({ number }, 'Đã sửa số kế hoạch.')}
              />
            ),
          },
          {
            name: 'Địa danh',
            value: (
              <InlineText
                label="Địa danh"
                value={plan.place}
                maxLength={100}
                onSave={(place) => save({ place }, 'Đã sửa địa danh.')}
              />
            ),
          },
          {
            name: 'Ngày ban hành',
            value: (
              <InlineText
                label="Ngày ban hành"
                value={isCalendarDate(plan.date) ? shortDate(plan.date) : ''}
                placeholder="Chưa có ngày"
                maxLength={20}
                onSave={(typed) => {
                  const date = parseTypedDate(typed, plan.year);
                  return date === undefined
                    ? `“${typed.trim()}” không phải ngày có trong lịch. Viết như 14/6/${plan.year}.`
                    : save({ date: date ?? '' }, 'Đã sửa ngày ban hành.');
                }}
              />
            ),
          },
          { name: 'Cơ quan ban hành', value: plan.issuer },
          plan.sourceName === '' ? null : { name: 'Đọc từ tệp', value: plan.sourceName },
        ]}
      />
      <p className="soft">Bấm vào dòng nào thì sửa dòng đó; rời khỏi ô là lưu.</p>
    </section>
  );
}
