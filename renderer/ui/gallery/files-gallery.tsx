/** Two panes, files dropped in, a picture, a PDF, and files that cannot be shown. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { DropZone } from '../drop-zone.tsx';
import { FilePreview } from '../file-preview/file-preview.tsx';
import { formatBytes } from '../format.ts';
import { Pane } from '../page.tsx';
import { PillFilters } from '../pill-filters.tsx';
import { SplitPane } from '../split-pane.tsx';
import styles from './gallery.module.css';
import { samplePdf, samplePicture, sampleScan } from './sample-files.ts';

const samples = {
  pdf: { name: 'bien-ban-niem-yet.pdf', mediaType: 'application/pdf', read: samplePdf },
  picture: { name: 'anh-niem-yet.png', mediaType: 'image/png', read: samplePicture },
  scan: { name: 'ban-quet.pdf', mediaType: 'application/pdf', read: sampleScan },
  broken: { name: 'hong.pdf', mediaType: 'application/pdf', read: async () => new Blob(['không phải PDF']) },
  other: { name: 'bieu-60.xlsx', mediaType: 'application/vnd.ms-excel', read: async () => new Blob(['x']) },
} as const;
type SampleName = keyof typeof samples;
const fetchSample = async (url: string) => new Response(await samples[url as SampleName].read());

export function FilesGallery() {
  const [shown, setShown] = useState<SampleName>('pdf');
  const [files, setFiles] = useState<File[]>([]);
  return (
    <SplitPane
      name="gallery"
      label="Chia danh sách tệp và phần xem"
      initial={42}
      left={
        <Pane title="Minh chứng" aside={`${files.length} tệp mới`} padded>
          <DropZone
            label="Minh chứng của nhiệm vụ"
            hint="Thả tệp, ảnh từ Zalo vào đây, hoặc dán (Ctrl V)"
            onFiles={(more) => setFiles((before) => [...before, ...more])}
          >
            <PillFilters
              label="Tệp mẫu để xem"
              mode="one"
              required
              pills={Object.entries(samples).map(([value, { name }]) => ({ value, label: name }))}
              value={[shown]}
              onChange={([chosen]) => setShown(chosen as SampleName)}
            />
            <ul className={styles.files}>
              {files.map((file, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows
                <li key={index}>
                  {file.name} <span className="soft">{formatBytes(file.size)}</span>
                </li>
              ))}
            </ul>
          </DropZone>
        </Pane>
      }
      right={
        <Pane title="Xem tệp" fill>
          <FilePreview
            name={samples[shown].name}
            mediaType={samples[shown].mediaType}
            url={shown}
            bytes={84_000}
            fetchFile={fetchSample}
            actions={<Button size="compact-sm">Lưu về máy…</Button>}
          />
        </Pane>
      }
    />
  );
}
