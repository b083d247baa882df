/** Corrects what was read of a result: its targets (operator, number, unit, what is counted), and the kinds of proof it asks for. */
import { ActionIcon, Button, Checkbox, Group, Modal, NativeSelect, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ResultView } from '../../../shared/api/contract/targets.ts';
import type { ChosenTarget } from '../../../shared/target/group-targets.ts';
import { proofKinds, proofNames } from '../../../shared/target/target.ts';
import { FieldGroup, Form } from '../../ui/field.tsx';
import { Note } from '../../ui/note.tsx';
import { parseAmount } from '../numbers/amounts.ts';
import styles from './results.module.css';
import type { ResultsPlace } from './results-section.tsx';
import { type TargetLine, useTargetChoice } from './use-target-choice.ts';

type Props = { opened: boolean; onClose: () => void; result: ResultView; place: ResultsPlace };

export function TargetDialog({ opened, onClose, result, place }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title="Chỉ tiêu và minh chứng cần có" size="xl">
      {opened ? <Editor result={result} place={place} onClose={onClose} /> : null}
    </Modal>
  );
}

const operators = [
  { value: '=', label: 'bằng' },
  { value: '>=', label: 'từ … trở lên, ít nhất' },
  { value: '>', label: 'trên' },
  { value: '<=', label: 'không quá' },
  { value: '<', label: 'dưới' },
];

const periods = ['', 'tháng', 'quý', '6 tháng', 'năm', 'năm học', 'thôn', 'người'];

function Editor({ result, place, onClose }: Omit<Props, 'opened'>) {
  const choice = useTargetChoice(result, place.groupId, onClose);
  const { lines, proofs, wrong } = choice;
  return (
    <Form label="Chỉ tiêu và minh chứng cần có" onSubmit={() => !wrong && void choice.send(true)}>
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
          <TargetFields
            key={line.target.key}
            line={line}
            at={at}
            onChange={(patch, value) => choice.change(at, patch, value)}
            onRemove={() => choice.remove(at)}
          />
        ))}
        <Button size="compact-sm" onClick={choice.add}>
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
              onChange={(event) => choice.choose(kind, event.currentTarget.checked)}
            />
          ))}
        </div>
      </FieldGroup>
      <Group justify="flex-end" gap="sm">
        {result.corrected ? (
          <Button onClick={() => void choice.send(false)}>Lấy lại như chữ của kế hoạch</Button>
        ) : null}
        <Button onClick={onClose}>Thôi</Button>
        <Button type="submit" variant="filled" disabled={wrong}>
          Lưu
        </Button>
      </Group>
    </Form>
  );
}

type TargetFieldsProps = {
  line: TargetLine;
  /** Its place in the list, from 0. */
  at: number;
  onChange: (patch: Partial<ChosenTarget>, value?: string) => void;
  onRemove: () => void;
};

function TargetFields({ line, at, onChange, onRemove }: TargetFieldsProps) {
  return (
    <fieldset className={styles.line}>
      <legend className="visually-hidden">Chỉ tiêu {at + 1}</legend>
      <NativeSelect
        label="So sánh"
        w="11.5rem"
        data={operators}
        value={line.target.operator}
        data-autofocus={at === 0 ? true : undefined}
        onChange={(event) => onChange({ operator: event.currentTarget.value as ChosenTarget['operator'] })}
      />
      <TextInput
        label={line.target.givenBy ? 'Số được giao' : 'Mức'}
        w="6.5rem"
        inputMode="decimal"
        maxLength={20}
        value={line.value}
        error={parseAmount(line.value) === undefined}
        onChange={(event) => onChange({}, event.currentTarget.value)}
      />
      <TextInput
        label="Đơn vị"
        w="6.5rem"
        maxLength={40}
        value={line.target.unit}
        placeholder="%, lần"
        onChange={(event) => onChange({ unit: event.currentTarget.value })}
      />
      <NativeSelect
        label="Mỗi"
        w="7rem"
        data={periods.map((value) => ({ value, label: value || '(cả kỳ)' }))}
        value={line.target.per ?? ''}
        onChange={(event) => onChange({ per: event.currentTarget.value || null })}
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
        onChange={(event) => onChange({ gathering: (event.currentTarget.value || null) as ChosenTarget['gathering'] })}
      />
      <TextInput
        label="Đếm những gì (tổng số)"
        className={styles.wide}
        maxLength={500}
        value={line.target.of}
        placeholder="thôn, tổ dân phố"
        onChange={(event) => onChange({ of: event.currentTarget.value })}
      />
      <ActionIcon
        aria-label={`Không phải chỉ tiêu: bỏ chỉ tiêu ${at + 1}`}
        title="Không phải chỉ tiêu"
        onClick={onRemove}
      >
        <IconTrash size="1.0625rem" />
      </ActionIcon>
    </fieldset>
  );
}
