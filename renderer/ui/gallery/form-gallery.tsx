/** Everything that takes words, numbers, dates and choices. */
import { Button, Checkbox, Group, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DateField, FieldRow, Form, FractionField } from '../field.tsx';
import { InlineText } from '../inline-text.tsx';
import { Pane } from '../page.tsx';
import { type Pill, PillFilters, PillMenu } from '../pill-filters.tsx';
import { SearchBox } from '../search-box.tsx';
import { SegmentedChoice } from '../segmented-choice.tsx';
import { Shortcut } from '../shortcut.tsx';
import styles from './gallery.module.css';

const posts = [
  'Lãnh đạo UBND',
  'Văn phòng - Thống kê',
  'Tư pháp - Hộ tịch',
  'Văn hóa - Xã hội',
  'Tài chính - Kế toán',
  'Địa chính',
  'Công an thị trấn',
  'Ban Chỉ huy Quân sự',
  'Đài truyền thanh',
];
const postPills: Pill<string>[] = posts.map((post, index) => ({ value: post, label: post, count: 20 - index * 2 }));
const windows = [
  { value: 'q1', label: 'Quý I/2024' },
  { value: 'q2', label: 'Quý II/2024' },
  { value: 'h1', label: '6 tháng/2024' },
] as const;

export function FormGallery() {
  return (
    <>
      <FilterExamples />
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <ResultForm />
        <FieldExamples />
      </SimpleGrid>
    </>
  );
}

function FilterExamples() {
  const [query, setQuery] = useState('niem yet ngan sach');
  const [states, setStates] = useState<string[]>(['late']);
  const [post, setPost] = useState<string | null>('Địa chính');
  const [period, setPeriod] = useState<string | null>('q2');
  return (
    <div className={styles.wrap}>
      <SearchBox label="Tìm nhiệm vụ" value={query} onChange={setQuery} found={3} />
      <PillMenu
        label="Kỳ báo cáo"
        everything="Chọn kỳ"
        required
        options={windows}
        value={period}
        onChange={setPeriod}
      />
      <PillMenu label="bộ phận" everything="Tất cả bộ phận" options={postPills} value={post} onChange={setPost} />
      <PillFilters
        label="Lọc theo trạng thái"
        pills={[
          { value: 'due', label: 'Đến hạn', count: 12, tone: 'due' },
          { value: 'late', label: 'Chậm', count: 2, tone: 'late' },
          { value: 'proof', label: 'Thiếu minh chứng', count: 7 },
        ]}
        value={states}
        onChange={setStates}
      />
      <span className="soft">
        <Shortcut keys="Enter" /> sửa · <Shortcut keys="Ctrl Z" /> hoàn tác
      </span>
    </div>
  );
}

function ResultForm() {
  const [state, setState] = useState<'none' | 'working' | 'done' | 'nothing' | null>('working');
  const [fraction, setFraction] = useState<[number | null, number | null]>([9, 11]);
  return (
    <Pane title="Ghi kết quả" padded>
      <Form label="Ghi kết quả" onSubmit={() => undefined}>
        <SegmentedChoice
          label="Tình trạng"
          value={state}
          onChange={setState}
          segments={[
            { value: 'none', label: 'Chưa' },
            { value: 'working', label: 'Đang làm' },
            { value: 'done', label: 'Xong' },
            { value: 'nothing', label: 'Không phát sinh' },
          ]}
        />
        <Textarea
          label="Đã làm được gì"
          autosize
          minRows={2}
          defaultValue="Đã niêm yết tại trụ sở ngày 10/6; đang chờ đăng lên Cổng thông tin điện tử."
        />
        <FractionField
          label="Chỉ tiêu: niêm yết tại thôn, phố"
          part={fraction[0]}
          whole={fraction[1]}
          onChange={(part, whole) => setFraction([part, whole])}
          target="chỉ tiêu 100%"
        />
        <Checkbox label="Ảnh niêm yết tại trụ sở" />
        <Checkbox label="Số liệu thu, chi 6 tháng" defaultChecked description="Bieu-60-CK-NSNN.xlsx · 84 KB" />
        <Group justify="flex-end">
          <Button type="button">Thôi</Button>
          <Button type="submit" variant="filled">
            Lưu kết quả
          </Button>
        </Group>
      </Form>
    </Pane>
  );
}

function FieldExamples() {
  const [date, setDate] = useState<string | null>('2024-06-14');
  const [words, setWords] = useState(
    'Đăng công khai thu, chi ngân sách 6 tháng trên Cổng thông tin, loa truyền thanh; niêm yết tại trụ sở',
  );
  const [empty, setEmpty] = useState('');
  return (
    <Pane title="Ô nhập" padded>
      <Form label="Ô nhập mẫu" onSubmit={() => undefined}>
        <FieldRow>
          <DateField
            label="Ngày ban hành"
            value={date}
            onChange={setDate}
            year={2024}
            description="Viết 14/6 cũng được"
          />
          <TextInput label="Số" defaultValue="08/KH-UBND" w="10rem" />
        </FieldRow>
        <Select
          label="Chủ trì"
          data={posts}
          searchable
          clearable
          defaultValue="Địa chính"
          description="Gõ “dia chinh” cũng thấy"
        />
        <TextInput
          label="Người ký"
          error="Chưa ghi tên người ký. Hãy ghi họ và tên như trên văn bản."
          placeholder="Họ và tên"
        />
        <TextInput label="Cấp trên" disabled defaultValue="UBND huyện Văn Lâm" />
        <div>
          <div className={styles.caption}>Chữ sửa tại chỗ</div>
          <InlineText
            label="Nhiệm vụ"
            value={words}
            multiline
            onSave={(text) => (text.trim() === '' ? 'Nhiệm vụ không được để trống.' : setWords(text))}
          />
        </div>
        <div>
          <div className={styles.caption}>Chữ sửa tại chỗ, còn trống</div>
          <InlineText label="Khó khăn" value={empty} placeholder="Ghi khó khăn, vướng mắc" onSave={setEmpty} />
        </div>
      </Form>
    </Pane>
  );
}
