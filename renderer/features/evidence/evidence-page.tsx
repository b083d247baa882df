/** "Minh chứng": the whole store, what each proof proves, and what proves nothing yet. */
import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconFileDescription, IconLink, IconPaperclip, IconSearchOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { EvidenceView } from '../../../shared/api/contract/work.ts';
import { contract } from '../../../shared/api/contract.ts';
import { useData } from '../../data/cache.ts';
import { useOffice } from '../../data/office.ts';
import { AddDocumentDialog, AddLinkDialog } from '../../parts/evidence/add-dialogs.tsx';
import { FileArea } from '../../parts/evidence/file-area.tsx';
import { UploadList } from '../../parts/evidence/upload-list.tsx';
import { upload } from '../../parts/evidence/upload-queue.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatBytes, formatCount } from '../../ui/format.ts';
import { Note } from '../../ui/note.tsx';
import { Page, Pane } from '../../ui/page.tsx';
import { PillFilters } from '../../ui/pill-filters.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { countFilters, filterWords, type ProofFilter, proofFilters, shownProofs } from './evidence-filter.ts';
import styles from './evidence-page.module.css';
import { ProofDetail } from './proof-detail.tsx';
import { ProofList } from './proof-list.tsx';

export default function EvidencePage() {
  const { data, error } = useData(contract.work.evidence);
  const { plan, state } = useOffice();
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<ProofFilter | null>(null);
  const [adding, setAdding] = useState<'link' | 'document' | null>(null);
  const proofs = data?.evidence ?? [];
  const counts = countFilters(proofs);
  const year = plan?.year ?? Number(state?.today.slice(0, 4));

  return (
    <FileArea
      label="Kho minh chứng"
      overWords="Thả ra để thêm vào kho minh chứng"
      onFiles={(files) => upload(files, null)}
      className={styles.area}
    >
      {({ choose, refusal }) => (
        <Page
          title="Minh chứng"
          sub={
            data
              ? `${formatCount(proofs.length)} minh chứng · ${formatCount(data.totalFiles)} tệp, ${formatBytes(data.totalBytes)} trên máy này`
              : undefined
          }
          actions={<AddMenu onFile={choose} onAdd={setAdding} primary={proofs.length > 0} />}
          bar={
            proofs.length > 0 ? (
              <>
                <SearchBox
                  label="Tìm minh chứng hoặc nhiệm vụ"
                  value={query}
                  onChange={setQuery}
                  found={shownProofs(proofs, { query, filter }).length}
                />
                <PillFilters
                  label="Lọc minh chứng"
                  mode="one"
                  value={filter === null ? [] : [filter]}
                  onChange={([first]) => setFilter(first ?? null)}
                  pills={proofFilters.map((value) => ({
                    value,
                    label: filterWords[value],
                    count: counts[value],
                    tone: value === 'unused' ? ('due' as const) : undefined,
                  }))}
                />
              </>
            ) : undefined
          }
          body="fill"
        >
          {error ? <Note tone="problem">{error.message}</Note> : null}
          {refusal ? (
            <Note tone="problem" announce>
              {refusal}
            </Note>
          ) : null}
          <UploadList place={null} />
          {data && proofs.length === 0 ? (
            <EmptyStore onFile={choose} />
          ) : data ? (
            <Store shown={shownProofs(proofs, { query, filter })} />
          ) : null}
          <AddLinkDialog opened={adding === 'link'} onClose={() => setAdding(null)} place={null} />
          <AddDocumentDialog opened={adding === 'document'} onClose={() => setAdding(null)} place={null} year={year} />
        </Page>
      )}
    </FileArea>
  );
}

type AddMenuProps = { onFile: () => void; onAdd: (what: 'link' | 'document') => void; primary: boolean };

function AddMenu({ onFile, onAdd, primary }: AddMenuProps) {
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button rightSection={<IconChevronDown size="1rem" />}>Thêm loại khác</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconLink size="1.0625rem" />} onClick={() => onAdd('link')}>
            Đường link…
          </Menu.Item>
          <Menu.Item leftSection={<IconFileDescription size="1.0625rem" />} onClick={() => onAdd('document')}>
            Văn bản (số, ngày, trích yếu)…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {primary ? (
        <Button variant="filled" leftSection={<IconPaperclip size="1.0625rem" />} onClick={onFile}>
          Thêm tệp…
        </Button>
      ) : null}
    </>
  );
}

const EmptyStore = ({ onFile }: { onFile: () => void }) => (
  <EmptyState
    icon={IconPaperclip}
    title="Kho chưa có minh chứng nào"
    action={
      <Button variant="filled" onClick={onFile}>
        Thêm tệp…
      </Button>
    }
  >
    Thả ảnh, tệp từ Zalo hay thư mục vào đây, hoặc thêm ngay ở từng việc trong “Việc của tôi”. Mỗi tệp chỉ lưu một lần
    dù dùng cho nhiều nhiệm vụ.
  </EmptyState>
);

function Store({ shown }: { shown: readonly EvidenceView[] }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const current = shown.find((proof) => proof.id === chosen) ?? shown[0] ?? null;
  return (
    <SplitPane
      name="minh-chung"
      label="Chia danh sách minh chứng và phần xem"
      initial={46}
      min={28}
      max={70}
      left={
        shown.length > 0 ? (
          <ProofList proofs={shown} currentId={current?.id ?? null} onPick={setChosen} />
        ) : (
          <Pane label="Danh sách minh chứng">
            <EmptyState icon={IconSearchOff} title="Không có minh chứng nào khớp" size="small">
              Hãy bỏ bớt chữ tìm hoặc bộ lọc.
            </EmptyState>
          </Pane>
        )
      }
      right={current ? <ProofDetail key={current.id} proof={current} /> : <Pane label="Minh chứng">{null}</Pane>}
    />
  );
}
