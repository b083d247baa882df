/** "Minh chứng": the whole store, what each proof proves, and what proves nothing yet. */
import { Button, Menu } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconChevronDown, IconFileDescription, IconLink, IconPaperclip, IconSearchOff } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useParams } from 'wouter';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { EvidenceView } from '../../../shared/api/contract/work.ts';
import { type ProofKind, proofKinds, proofNames } from '../../../shared/target/target.ts';
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
import { PillFilters, PillMenu } from '../../ui/pill-filters.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { countFilters, filterWords, type ProofFilter, proofFilters, shownProofs } from './evidence-filter.ts';
import styles from './evidence-page.module.css';
import { GapList } from './gap-list.tsx';
import { ProofDetail } from './proof-detail.tsx';
import { ProofList } from './proof-list.tsx';

export default function EvidencePage() {
  const { data, error } = useData(contract.work.evidence);
  const { plan, window, state } = useOffice();
  const [narrowing, setNarrowing] = useState<Narrowing>({ query: '', filter: null, kind: null, gaps: false });
  const narrow = (part: Partial<Narrowing>) => setNarrowing((before) => ({ ...before, ...part }));
  const { query, filter, kind, gaps } = narrowing;
  const [adding, setAdding] = useState<'link' | 'document' | null>(null);
  const inside = useFoundInside(query);
  const asked = useAskedProof();
  const proofs = data?.evidence ?? [];
  const shown = shownProofs(proofs, { query, filter, kind, inside });
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
            proofs.length > 0 || gaps ? (
              <EvidenceBar
                shown={shown}
                proofs={proofs}
                narrowing={narrowing}
                onNarrow={narrow}
                gapsKnown={plan !== null && window !== null}
              />
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
          {gaps && plan && window ? (
            <GapList plan={plan} window={window} kind={kind} />
          ) : data && proofs.length === 0 ? (
            <EmptyStore onFile={choose} onGaps={plan && window ? () => narrow({ gaps: true }) : null} />
          ) : data ? (
            <Store key={asked ?? ''} shown={shown} asked={asked} />
          ) : null}
          <AddLinkDialog opened={adding === 'link'} onClose={() => setAdding(null)} place={null} />
          <AddDocumentDialog opened={adding === 'document'} onClose={() => setAdding(null)} place={null} year={year} />
        </Page>
      )}
    </FileArea>
  );
}

/** What the list of proofs is narrowed to; `gaps` shows what is missing in place of what is there. */
type Narrowing = { query: string; filter: ProofFilter | null; kind: ProofKind | null; gaps: boolean };

type EvidenceBarProps = {
  shown: readonly EvidenceView[];
  proofs: readonly EvidenceView[];
  narrowing: Narrowing;
  onNarrow: (part: Partial<Narrowing>) => void;
  /** There is a plan and a window, so that what is missing can be told. */
  gapsKnown: boolean;
};

function EvidenceBar({ shown, proofs, narrowing, onNarrow, gapsKnown }: EvidenceBarProps) {
  const { query, filter, kind, gaps } = narrowing;
  const counts = countFilters(proofs);
  return (
    <>
      {gaps ? null : (
        <>
          <SearchBox
            label="Tìm minh chứng hoặc nhiệm vụ"
            value={query}
            onChange={(query) => onNarrow({ query })}
            found={shown.length}
          />
          <PillFilters
            label="Lọc minh chứng"
            mode="one"
            value={filter === null ? [] : [filter]}
            onChange={([first]) => onNarrow({ filter: first ?? null })}
            pills={proofFilters.map((value) => ({
              value,
              label: filterWords[value],
              count: counts[value],
              tone: value === 'unused' ? ('due' as const) : undefined,
            }))}
          />
        </>
      )}
      <PillMenu
        label="Loại minh chứng"
        everything="Mọi loại"
        options={kindPills(proofs, gaps)}
        value={kind}
        onChange={(kind) => onNarrow({ kind })}
      />
      {gapsKnown ? (
        <PillFilters
          label="Thiếu gì"
          mode="one"
          value={gaps ? ['gaps'] : []}
          onChange={([value]) => onNarrow({ gaps: value === 'gaps' })}
          pills={[{ value: 'gaps', label: 'Thiếu gì' }]}
        />
      ) : null}
    </>
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

/** Kinds that occur in the store; while looking for what is missing, every kind. */
function kindPills(proofs: readonly EvidenceView[], all: boolean) {
  return proofKinds
    .map((value) => ({
      value,
      label: proofNames[value],
      count: proofs.filter((proof) => proof.proofKind === value).length,
    }))
    .filter((pill) => all || pill.count > 0)
    .map(({ count, ...pill }) => (all ? pill : { ...pill, count }));
}

/** The proof named in the address (`/minh-chung/<id>`), where the finder or a task sent the person here for it. */
function useAskedProof(): string | null {
  const { '*': rest } = useParams<{ '*'?: string }>();
  return rest && /^[A-Za-z0-9_-]{1,64}$/.test(rest) ? rest : null;
}

/** Proofs whose file holds the typed words inside. */
function useFoundInside(query: string): ReadonlySet<string> {
  const [settled] = useDebouncedValue(query.trim().slice(0, 200), 200);
  const { data } = useData(contract.work.evidence, settled.length > 1 ? { query: { q: settled } } : null);
  return useMemo(() => new Set(settled.length > 1 ? data?.evidence.map((proof) => proof.id) : []), [data, settled]);
}

const EmptyStore = ({ onFile, onGaps }: { onFile: () => void; onGaps: (() => void) | null }) => (
  <EmptyState
    icon={IconPaperclip}
    title="Kho chưa có minh chứng nào"
    action={
      <>
        <Button variant="filled" onClick={onFile}>
          Thêm tệp…
        </Button>
        {onGaps ? <Button onClick={onGaps}>Xem kế hoạch cần minh chứng gì</Button> : null}
      </>
    }
  >
    Thả ảnh, tệp từ Zalo hay thư mục vào đây, hoặc thêm ngay ở từng việc trong “Việc của tôi”. Mỗi tệp chỉ lưu một lần
    dù dùng cho nhiều nhiệm vụ.
  </EmptyState>
);

function Store({ shown, asked }: { shown: readonly EvidenceView[]; asked: string | null }) {
  const [chosen, setChosen] = useState<string | null>(asked);
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
