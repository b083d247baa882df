/** The fields that name an office, used by the first run and by the Cơ quan screen. */
import { Autocomplete, NativeSelect, TextInput } from '@mantine/core';
import type { UnitKind } from '../../../shared/office/unit.ts';
import styles from './office-fields.module.css';
import { kindChoices, type OfficeField, type OfficeValues, placeOf, receivesReports, splitKind } from './values.ts';

export type OfficeFieldsProps = {
  values: OfficeValues;
  missing: Partial<Record<OfficeField, string>>;
  onChange: (change: Partial<OfficeValues>) => void;
  /** Leaving a field, for screens that save by themselves. */
  onLeave?: () => void;
  autoFocus?: boolean;
};

const chairTitles = ['CHỦ TỊCH', 'Q. CHỦ TỊCH', 'KT. CHỦ TỊCH, PHÓ CHỦ TỊCH'];

export function OfficeFields({ values, missing, onChange, onLeave, autoFocus }: OfficeFieldsProps) {
  const top = values.kind === 'tinh' || values.kind === 'thanh-pho';
  return (
    <div className={styles.fields}>
      <div className={styles.unit}>
        <NativeSelect
          label="Loại đơn vị"
          data={kindChoices}
          value={values.kind}
          onChange={(event) => onChange({ kind: event.currentTarget.value as UnitKind })}
          onBlur={onLeave}
        />
        <TextInput
          label="Tên"
          aria-required
          autoFocus={autoFocus}
          data-field="name"
          placeholder={receivesReports(values.kind) ? 'Hưng Yên' : 'Như Quỳnh'}
          maxLength={100}
          value={values.name}
          error={missing.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
          onBlur={() => {
            const split = splitKind(values.kind, values.name);
            if (split.name !== values.name || split.kind !== values.kind) onChange(split);
            onLeave?.();
          }}
        />
      </div>
      <div className={styles.unit}>
        <NativeSelect
          label="Cấp trên"
          data={kindChoices}
          value={values.superiorKind}
          onChange={(event) => onChange({ superiorKind: event.currentTarget.value as UnitKind })}
          onBlur={onLeave}
        />
        <TextInput
          label="Tên cấp trên"
          description={top ? 'Để trống nếu không gửi báo cáo lên đâu.' : 'Nơi nhận báo cáo của cơ quan.'}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={100}
          placeholder={top ? '' : 'Hưng Yên'}
          value={values.superiorName}
          onChange={(event) => onChange({ superiorName: event.currentTarget.value })}
          onBlur={() => {
            const split = splitKind(values.superiorKind, values.superiorName);
            if (split.name !== values.superiorName || split.kind !== values.superiorKind)
              onChange({ superiorKind: split.kind, superiorName: split.name });
            onLeave?.();
          }}
        />
      </div>
      <TextInput
        label="Địa danh"
        description="In trước ngày tháng ở đầu văn bản."
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data-field="place"
        maxLength={100}
        value={placeOf(values)}
        error={missing.place}
        onChange={(event) => onChange({ place: event.currentTarget.value })}
        onBlur={onLeave}
      />
      <div className={styles.chair}>
        <Autocomplete
          label="Chức vụ người ký"
          aria-required
          data={chairTitles}
          data-field="chairTitle"
          maxLength={60}
          value={values.chairTitle}
          error={missing.chairTitle}
          onChange={(chairTitle) => onChange({ chairTitle })}
          onBlur={onLeave}
        />
        <TextInput
          label="Họ và tên người ký"
          description="Có thể ghi sau."
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={100}
          placeholder="Nguyễn Văn An"
          value={values.chairName}
          onChange={(event) => onChange({ chairName: event.currentTarget.value })}
          onBlur={onLeave}
        />
      </div>
    </div>
  );
}
