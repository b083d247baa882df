/** The ledger: what left and what came in, when, where to, under which number, and how far it got. Nothing is ever taken out of it. */
import { Button } from '@mantine/core';
import { IconArrowDownLeft, IconArrowUpRight, IconPackageExport } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { LedgerEntry } from '../../../shared/api/contract/sending.ts';
import { dateInVietnam, timeInVietnam } from '../../../shared/text/dates.ts';
import { useData } from '../../data/cache.ts';
import { shortDigest } from '../../parts/sending/places.ts';
import { type Asked, SendDialog } from '../../parts/sending/send-dialog.tsx';
import { lockWords } from '../../parts/sending/way.ts';
import type { Receiver } from '../../parts/sending/way-fields.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatBytes } from '../../ui/format.ts';
import { Note } from '../../ui/note.tsx';
import { Pane } from '../../ui/page.tsx';
import { PillFilters } from '../../ui/pill-filters.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { BundleStateBadge } from '../../ui/state-badge.tsx';
import { typedDate } from '../../ui/typed-date.ts';
import { filterWords, fits, kindWords, type LedgerFilter, shownEntries, stateLook } from './ledger-words.ts';
import { ReceiptDialog } from './receipt-dialog.tsx';
import styles from './sent-page.module.css';

/** More entries than this get a box to type in. */
const searchFrom = 12;
/** Rows drawn at once; a superior's ledger holds thousands. */
const step = 100;

export function Ledger({ receiver }: { receiver: Receiver }) {
  const { data, error } = useData(contract.sending.ledger);
  const [filter, setFilter] = useState<LedgerFilter | null>(null);
  const [query, setQuery] = useState('');
  const [shown, setShown] = useState(step);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [receipt, setReceipt] = useState(false);
  const entries = data?.entries ?? [];
  const rows = shownEntries(entries, { filter, query });
  const filters: LedgerFilter[] = ['di', 'den', 'cho'];
  return (
    <Pane
      title="Sổ gửi, nhận"
      aside={
        entries.some(({ way, kind }) => way === 'di' && kind === 'report') ? (
          <Button size="xs" onClick={() => setReceipt(true)}>
            Nhập mã biên nhận…
          </Button>
        ) : undefined
      }
    >
      {receipt ? <ReceiptDialog onClose={() => setReceipt(false)} /> : null}
      {error ? <Note tone="problem">{error.message}</Note> : null}
      {data && entries.length === 0 ? (
        <EmptyState icon={IconPackageExport} title="Chưa gửi, nhận gói nào" size="small">
          Mỗi gói đi và đến được ghi vào đây: lúc nào, ở đâu, tệp nào, nơi nhận đã nhận chưa.
        </EmptyState>
      ) : null}
      {entries.length > 0 ? (
        <>
          <div className={styles.ledgerBar}>
            <PillFilters
              label="Lọc sổ gửi, nhận"
              mode="one"
              value={filter === null ? [] : [filter]}
              onChange={([first]) => {
                setFilter(first ?? null);
                setShown(step);
              }}
              pills={filters.map((value) => ({
                value,
                label: filterWords[value],
                count: entries.filter((entry) => fits(entry, value)).length,
              }))}
            />
            {entries.length > searchFrom ? (
              <SearchBox label="Tìm trong sổ" value={query} onChange={setQuery} found={rows.length} />
            ) : null}
          </div>
          <ul className={styles.ledger} aria-label="Các gói đã gửi, nhận">
            {rows.slice(0, shown).map((entry) => (
              <Row key={`${entry.way}/${entry.id}`} entry={entry} onAsk={setAsked} />
            ))}
          </ul>
          {rows.length > shown ? (
            <div className={styles.more}>
              <Button onClick={() => setShown(shown + step)}>Xem thêm {Math.min(step, rows.length - shown)} lần</Button>
            </div>
          ) : null}
          {rows.length === 0 ? <p className={styles.more}>Không có gói nào khớp.</p> : null}
        </>
      ) : null}
      {asked ? <SendDialog asked={asked} receiver={receiver} onClose={() => setAsked(null)} /> : null}
    </Pane>
  );
}

function Row({ entry, onAsk }: { entry: LedgerEntry; onAsk: (asked: Asked) => void }) {
  const [, go] = useLocation();
  const look = stateLook(entry);
  const out = entry.way === 'di';
  const Icon = out ? IconArrowUpRight : IconArrowDownLeft;
  const where = out ? entry.placeLabel : entry.unitName;
  const facts = [
    entry.fileName,
    entry.parts > 1 ? `${entry.parts} phần` : '',
    entry.bytes > 0 ? formatBytes(entry.bytes) : '',
    out ? lockWords(entry.encryptedTo) : '',
  ].filter(Boolean);
  const { receivedId } = entry;
  return (
    <li className={entry.state === 'thu-hoi' && entry.kind === 'report' ? styles.withdrawn : undefined}>
      <Icon size="1.125rem" aria-label={out ? 'Gửi đi' : 'Nhận về'} role="img" />
      <div className={styles.entry}>
        <div className={styles.entryHead}>
          <span className={styles.reportName}>
            {kindWords(entry)} số {entry.sequence}
            {entry.windowLabel ? ` · ${entry.windowLabel}` : ''}
          </span>
          <BundleStateBadge state={look.badge}>{look.words}</BundleStateBadge>
        </div>
        <span className={styles.under}>
          <span className="numbers">
            {timeInVietnam(entry.at)} {typedDate(dateInVietnam(entry.at))}
          </span>
          {where ? ` · ${where}` : ''}
        </span>
        {facts.length > 0 ? <span className={`${styles.under} ${styles.file}`}>{facts.join(' · ')}</span> : null}
        {entry.reason ? <span className={styles.under}>Lý do: {entry.reason}</span> : null}
        <span className={styles.under} title={entry.sha256}>
          mã <span className={styles.digest}>{shortDigest(entry.sha256)} …</span>
        </span>
        <div className={styles.entryActions}>
          {entry.noResend === null ? (
            <Button size="compact-sm" onClick={() => onAsk({ entry, kind: 'again' })}>
              Gửi lại đúng tệp này
            </Button>
          ) : null}
          {entry.canRecall ? (
            <Button size="compact-sm" onClick={() => onAsk({ entry, kind: 'recall' })}>
              Thu hồi…
            </Button>
          ) : null}
          {receivedId !== null ? (
            <Button size="compact-sm" onClick={() => go(`/tiep-nhan/${receivedId}`)}>
              Đọc
            </Button>
          ) : null}
        </div>
      </div>
    </li>
  );
}
