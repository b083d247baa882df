/** The file of a proof in place: its short-lived address asked for, then the picture or the PDF. */
import { Button, Loader } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { problems } from '../../../shared/api/problems.ts';
import { Refusal } from '../../data/client.ts';
import { FilePreview } from '../../ui/file-preview/file-preview.tsx';
import { Note } from '../../ui/note.tsx';
import { showProblemToast } from '../../ui/toast.tsx';
import { saveBlob } from '../save-file.ts';

/** A short-lived address of the file on the origin of proofs. */
export type ProofAddress = { url: string; mediaType: string; fileName: string };
export type PreviewFile = {
  id: string;
  title: string;
  bytes: number | null;
  /** Asks the server for the address; `download` for an attachment. */
  address: (download: boolean) => Promise<ProofAddress>;
};

type Asked = { id: string; address: ProofAddress } | { id: string; problem: string } | null;

export function InlinePreview({ file }: { file: PreviewFile }) {
  const asked = useAddress(file);
  if (!asked) return <Loader aria-label="Đang mở tệp" m="auto" />;
  if ('problem' in asked)
    return (
      <Note tone="problem" announce>
        {asked.problem}
      </Note>
    );
  return (
    <FilePreview
      name={asked.address.fileName}
      url={asked.address.url}
      mediaType={asked.address.mediaType}
      bytes={file.bytes ?? undefined}
      actions={
        <Button leftSection={<IconDownload size="1.0625rem" />} onClick={() => void download(file)}>
          Lưu về máy
        </Button>
      }
    />
  );
}

function useAddress(file: PreviewFile): Asked {
  const [asked, setAsked] = useState<Asked>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is asked for once per file, not per render
  useEffect(() => {
    let gone = false;
    file.address(false).then(
      (address) => !gone && setAsked({ id: file.id, address }),
      (error) => !gone && setAsked({ id: file.id, problem: sentenceOf(error) }),
    );
    return () => {
      gone = true;
    };
  }, [file.id]);
  return asked?.id === file.id ? asked : null;
}

/** Saves a copy. The bytes are fetched first: a page of ours never navigates to the origin of proofs. */
export async function download(file: Pick<PreviewFile, 'address'>): Promise<void> {
  try {
    const { url, fileName } = await file.address(true);
    const response = await fetch(url);
    if (!response.ok) throw new Refusal('mat-minh-chung', problems['mat-minh-chung'].message);
    saveBlob(await response.blob(), fileName);
  } catch (error) {
    showProblemToast(sentenceOf(error));
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  throw error;
}
