/** Every piece of the kit in its states, for eyes, screenshots and the accessibility check. Not in the navigation; all names are invented. */
import { useLocation } from 'wouter';
import { Page } from '../page.tsx';
import { PillFilters } from '../pill-filters.tsx';
import { FilesGallery } from './files-gallery.tsx';
import { FormGallery } from './form-gallery.tsx';
import { StatesGallery } from './states-gallery.tsx';
import { TableGallery } from './table-gallery.tsx';
import { TalkGallery } from './talk-gallery.tsx';

const parts = [
  { value: 'trang-thai', label: 'Trạng thái, số liệu', show: StatesGallery, body: 'flow' },
  { value: 'nhap', label: 'Nhập, chọn', show: FormGallery, body: 'flow' },
  { value: 'bang', label: 'Bảng 5.000 hàng', show: TableGallery, body: 'fill' },
  { value: 'tep', label: 'Tệp, chia đôi', show: FilesGallery, body: 'fill' },
  { value: 'hoi-dap', label: 'Hỏi, báo, trống', show: TalkGallery, body: 'flow' },
] as const;

export default function Gallery() {
  const [path, go] = useLocation();
  const part = parts.find((one) => path.endsWith(`/${one.value}`)) ?? parts[0];
  const Show = part.show;
  return (
    <Page
      title="Bộ thành phần"
      sub="Trang dành cho người làm chương trình: mỗi thành phần trong mọi trạng thái"
      body={part.body}
      bar={
        <PillFilters
          label="Phần của bộ thành phần"
          mode="one"
          required
          pills={parts}
          value={[part.value]}
          onChange={([chosen]) => go(`/_gallery/${chosen}`)}
        />
      }
    >
      <Show />
    </Page>
  );
}
