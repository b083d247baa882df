/** Corrects what was read of a result: its targets (operator, number, unit, what is counted), and the kinds of proof it asks for. */
import { ActionIcon, Button, Checkbox, Group, Modal, NativeSelect, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { ResultView } from '../../../shared/api/contract/targets.ts';
import type { ChosenTarget } from '../../../shared/target/group-targets.ts';
import { type ProofKind, proofKinds, proofNames } from '../../../shared/target/target.ts';
import { call } from '../../data/client.ts';
import { FieldGroup, Form } from '../../ui/field.tsx';
import { Note } from '../../ui/note.tsx';
import { attemptWithUndo } from '../acts.ts';
import { amountWords, parseAmount } from '../numbers/amounts.ts';
import styles from './results.module.css';
import type { ResultsPlace } from './results-section.tsx';

type Props = { opened: boolean; onClose: () => void; result: ResultView; place: ResultsPlace };

export function TargetDialog({ opened, onClose, result, place }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title="Chỉ tiêu và minh chứng cần có" size="xl">
      {opened ? <Editor result={result} place={place} onClose={onClose} /> : null}
    </Modal>
  );
}

type Line = { target: ChosenTarget; value: string };

const operators = [
  { value: '=', label: 'bằng' },
  { value: '>=', label: 'từ … trở lên, ít nhất' },
  { value: '>', label: 'trên' },
  { value: '<=', label: 'không quá' },
  { value: '<', label: 'dưới' },
];

const periods = ['', 'tháng', 'quý', '6 tháng', 'năm', 'năm học', 'thôn', 'người'];

function Editor({ result, place, onClose }: Omit<Props, 'opened'>) {
  const [lines, setLines] = useState<Line[]>(() =>
    result.chosen.map((target) => ({ target, value: amountWords(target.value) })),
  );
  const [proofs, setProofs] = useState<readonly ProofKind[]>(() => result.proofs.map((item) => item.kind));
  const change = (at: number, patch: Partial<ChosenTarget>, value?: string) =>
    setLines(
      lines.map((line, index) =>
        index === at ? { target: { ...line.target, ...patch }, value: value ?? line.value } : line,
      ),
    );
  const add = () => {
    const taken = new Set(lines.map((line) => line.target.key));
    let number = 1;
    while (taken.has(`t${number}`)) number += 1;
    const target: ChosenTarget = {
      key: `t${number}`,
      operator: '=',
      value: null,
      unit: '%',
      per: null,
      of: '',
      that: null,
      givenBy: null,
      gathering: null,
    };
    setLines([...lines, { target, value: '' }]);
  };
  const wrong = lines.some((line) => parseAmount(line.value) === undefined);
  const send = async (own: boolean) => {
    const targets = lines.map(({ target, value }) => ({ ...target, value: parseAmount(value) ?? null }));
    const answer = await attemptWithUndo(
      own ? 'Đã sửa chỉ tiêu, minh chứng cần có' : 'Đã lấy lại như chữ của kế hoạch',
      () =>
        call(contract.targets.saveChoice, {
          body: {
            groupId: place.groupId,
            words: result.words,
            revision: result.choiceRevision,
            targets: own ? targets : null,
            proofs: own ? [...proofs] : null,
          },
        }),
    );
    if (answer) onClose();
  };
  return (
    <Form label="Chỉ tiêu và minh chứng cần có" onSubmit={() => !wrong && void send(true)}>
      <blockquote className={styles.quote}>{result.words}</blockquote>
      {result.doubts.length > 0 ? <Note tone="doubt">{result.doubts.join(' ')}</Note> : null}
      <FieldGroup
        label="Chỉ tiêu"
        hint={`Số liệu từng kỳ đi theo chỉ tiêu; bỏ chỉ tiêu thì số đã nhập vẫn giữ.${
          lines.some(({ target }) => target.givenBy)
            ? ' Số được giao nhập một lần: mọi dòng của kế hoạch có cùng lời đều dùng.'
            : ''
        }`}
      >
        {lines.length === 0 ? <p className="soft">Kết quả này không có chỉ tiêu phải đo.</p> : null}
        {lines.map((line, at) => (
          <fieldset key={line.target.key} className={styles.line}>
            <legend className="visually-hidden">Chỉ tiêu {at + 1}</legend>
            <NativeSelect
              label="So sánh"
              w="11.5rem"
              data={operators}
              value={line.target.operator}
              data-autofocus={at === 0 ? true : undefined}
              onChange={(event) => change(at, { operator: event.currentTarget.value as ChosenTarget['operator'] })}
            />
            <TextInput
              label={line.target.givenBy ? 'Số được giao' : 'Mức'}
              w="6.5rem"
              inputMode="decimal"
              maxLength={20}
              value={line.value}
              error={parseAmount(line.value) === undefined}
              onChange={(event) => change(at, {}, event.currentTarget.value)}
            />
            <TextInput
              label="Đơn vị"
              w="6.5rem"
              maxLength={40}
              value={line.target.unit}
              placeholder="%, lần"
              onChange={(event) => change(at, { unit: event.currentTarget.value })}
            />
            <NativeSelect
              label="Mỗi"
              w="7rem"
              data={periods.map((value) => ({ value, label: value || '(cả kỳ)' }))}
              value={line.target.per ?? ''}
              onChange={(event) => change(at, { per: event.currentTarget.value || null })}
            />
            <NativeSelect
              label="Cộng các kỳ"
              w="11rem"
              data={[
                { value: '', label: 'tự chọn theo chữ' },
                { value: 'sum', label: 'cộng dồn' },
                { value: 'newest', label: 'lấy số mới nhất' },
              ]}
              value={line.target.gathering ?? ''}
              onChange={(event) =>
                change(at, { gathering: (event.currentTarget.value || null) as ChosenTarget['gathering'] })
              }
            />
            <TextInput
              label="Đếm những gì (tổng số)"
              className={styles.wide}
              maxLength={500}
              value={line.target.of}
              placeholder="thôn, tổ dân phố"
              onChange={(event) => change(at, { of: event.currentTarget.value })}
            />
            <ActionIcon
              aria-label={`Không phải chỉ tiêu: bỏ chỉ tiêu ${at + 1}`}
              title="Không phải chỉ tiêu"
              onClick={() => setLines(lines.filter((_, index) => index !== at))}
            >
              <IconTrash size="1.0625rem" />
            </ActionIcon>
          </fieldset>
        ))}
        <Button size="compact-sm" onClick={add}>
          Thêm chỉ tiêu
        </Button>
      </FieldGroup>
      <FieldGroup label="Minh chứng cần có">
        <div className={styles.kinds}>
          {proofKinds.map((kind) => (
            <Checkbox
              key={kind}
              label={proofNames[kind]}
              checked={proofs.includes(kind)}
              onChange={(event) =>
                setProofs(
                  event.currentTarget.checked
                    ? proofKinds.filter((each) => each === kind || proofs.includes(each))
                    : proofs.filter((each) => each !== kind),
                )
              }
            />
          ))}
        </div>
      </FieldGroup>
      <Group justify="flex-end" gap="sm">
        {result.corrected ? <Button onClick={() => void send(false)}>Lấy lại như chữ của kế hoạch</Button> : null}
        <Button onClick={onClose}>Thôi</Button>
        <Button type="submit" variant="filled" disabled={wrong}>
          Lưu
        </Button>
      </Group>
    </Form>
  );
}
