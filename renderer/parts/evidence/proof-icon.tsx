/** The shape of a proof's kind; the word always stands beside it. */
import {
  IconFile,
  IconFileSpreadsheet,
  IconFileText,
  IconFileTypePdf,
  IconLink,
  IconPhoto,
  IconStack2,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { kindWord } from './evidence-words.ts';

const icons: Record<string, ComponentType<{ size?: string; stroke?: number; 'aria-hidden'?: boolean }>> = {
  Ảnh: IconPhoto,
  PDF: IconFileTypePdf,
  Word: IconFileText,
  Excel: IconFileSpreadsheet,
  'Đường link': IconLink,
  'Văn bản': IconStack2,
};

export function ProofIcon({ proof }: { proof: Parameters<typeof kindWord>[0] }) {
  const Icon = icons[kindWord(proof)] ?? IconFile;
  return <Icon size="1.25rem" stroke={1.7} aria-hidden />;
}
