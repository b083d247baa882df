/**
 * A file of proof to look at: pictures and PDF only. Everything else is named, never opened: a dropped web page
 * would run with the program's rights. The caller adds "Mở bằng chương trình khác" or "Lưu về máy" as actions.
 */
import { Button, Loader } from '@mantine/core';
import { IconFile, IconFileBroken } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { EmptyState } from '../empty-state.tsx';
import { formatBytes } from '../format.ts';
import styles from './file-preview.module.css';
import type { PdfProblem } from './pdf-library.ts';

const PdfView = lazy(() => import('./pdf-view.tsx'));

/** Fetches the file's bytes; give one that adds the session's header. */
export type FetchFile = (url: string, signal: AbortSignal) => Promise<Response>;

export type FilePreviewProps = {
  name: string;
  url: string;
  /** As the server found it in the bytes, not as the ending claims. */
  mediaType: string;
  bytes?: number;
  fetchFile?: FetchFile;
  actions?: ReactNode;
};

type Loaded = { state: 'loading' } | { state: 'ready'; data: Blob } | { state: 'failed'; sentence: string };

/** SVG is left out on purpose: it is a document with scripts, not a picture. */
const pictures = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/bmp', 'image/avif']);
/** More than this stays unopened until asked: a 4 GB machine has other work. */
const largestUnasked = 60 * 1024 * 1024;

const plainFetch: FetchFile = (url, signal) => fetch(url, { signal });

export const canPreview = (mediaType: string): boolean => mediaType === 'application/pdf' || pictures.has(mediaType);

export function FilePreview({ name, url, mediaType, bytes, fetchFile = plainFetch, actions }: FilePreviewProps) {
  const [agreed, setAgreed] = useState('');
  const wait = bytes !== undefined && bytes > largestUnasked && agreed !== url;
  return (
    <section className={styles.preview} aria-label={`Xem ${name}`}>
      <div className={styles.view}>
        {!canPreview(mediaType) ? (
          <EmptyState icon={IconFile} title="Tệp này không xem được ở đây" size="small">
            Tệp vẫn được giữ nguyên. Hãy mở bằng chương trình của nó.
          </EmptyState>
        ) : wait ? (
          <EmptyState
            icon={IconFile}
            title={`Tệp lớn: ${formatBytes(bytes)}`}
            size="small"
            action={<Button onClick={() => setAgreed(url)}>Vẫn xem</Button>}
          >
            Mở có thể làm máy chậm lại một lúc.
          </EmptyState>
        ) : (
          <Contents key={url} name={name} url={url} mediaType={mediaType} fetchFile={fetchFile} />
        )}
      </div>
      <div className={styles.foot}>
        <span className={styles.name}>{name}</span>
        {bytes === undefined ? null : <span className="soft">{formatBytes(bytes)}</span>}
        <span className={styles.toolSpace} />
        {actions}
      </div>
    </section>
  );
}

type ContentsProps = Required<Pick<FilePreviewProps, 'name' | 'url' | 'mediaType' | 'fetchFile'>>;

function Contents({ name, url, mediaType, fetchFile }: ContentsProps) {
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading' });
  useEffect(() => {
    const stop = new AbortController();
    setLoaded({ state: 'loading' });
    load(fetchFile, url, stop.signal).then(
      (result) => {
        if (!stop.signal.aborted) setLoaded(result);
      },
      () => {
        if (!stop.signal.aborted) setLoaded({ state: 'failed', sentence: 'Chưa đọc được tệp. Hãy thử mở lại.' });
      },
    );
    return () => stop.abort();
  }, [url, fetchFile]);

  if (loaded.state === 'loading')
    return (
      <div className={styles.waiting} role="status">
        <Loader size="sm" /> Đang mở {name}…
      </div>
    );
  const fail = (sentence: string) => setLoaded({ state: 'failed', sentence });
  if (loaded.state === 'failed')
    return (
      <EmptyState icon={IconFileBroken} title={loaded.sentence} size="small">
        Tệp gốc không bị thay đổi.
      </EmptyState>
    );
  if (mediaType !== 'application/pdf')
    return (
      <Picture
        name={name}
        data={loaded.data}
        onProblem={() => fail('Ảnh này bị hỏng hoặc không đúng định dạng, nên chưa xem được.')}
      />
    );
  return (
    <Suspense fallback={<div className={styles.waiting}>Đang mở {name}…</div>}>
      <Pdf name={name} data={loaded.data} onProblem={(problem) => fail(pdfSentences[problem])} />
    </Suspense>
  );
}

const pdfSentences: Record<PdfProblem, string> = {
  password: 'Tệp PDF này có mật khẩu nên chưa xem được ở đây.',
  broken: 'Tệp PDF này bị hỏng nên chưa xem được.',
};

async function load(fetchFile: FetchFile, url: string, signal: AbortSignal): Promise<Loaded> {
  const response = await fetchFile(url, signal);
  if (response.status === 404) return { state: 'failed', sentence: 'Không thấy tệp này trong kho minh chứng.' };
  if (!response.ok) return { state: 'failed', sentence: 'Chưa đọc được tệp. Hãy thử mở lại.' };
  return { state: 'ready', data: await response.blob() };
}

/** The bytes become a picture through an address of this window alone, so no header is lost and nothing is stored. */
function Picture({ name, data, onProblem }: { name: string; data: Blob; onProblem: () => void }) {
  const [address, setAddress] = useState<string | null>(null);
  const [whole, setWhole] = useState(true);
  useEffect(() => {
    const made = URL.createObjectURL(data);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  if (!address) return null;
  return (
    <div className={styles.pictureBox}>
      <button
        type="button"
        className={`${styles.pictureButton} ${whole ? styles.whole : ''}`}
        aria-label={whole ? `${name}: xem cỡ thật` : `${name}: xem vừa khung`}
        onClick={() => setWhole(!whole)}
      >
        <img src={address} alt={name} className={styles.picture} onError={onProblem} />
      </button>
    </div>
  );
}

function Pdf({ name, data, onProblem }: { name: string; data: Blob; onProblem: (problem: PdfProblem) => void }) {
  const [bytes, setBytes] = useState<ArrayBuffer | null>(null);
  useEffect(() => {
    let gone = false;
    void data.arrayBuffer().then((read) => {
      if (!gone) setBytes(read);
    });
    return () => {
      gone = true;
    };
  }, [data]);
  return bytes ? <PdfView name={name} data={bytes} onProblem={onProblem} /> : null;
}
