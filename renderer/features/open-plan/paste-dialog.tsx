/** A place to paste into, for whoever looks for a button: the same as Ctrl+V on the screen. */
import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { readPasted } from './pasted.ts';

export function PasteDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [text, setText] = useState('');
  const read = (words: { text: string; html: string }) => {
    onClose();
    setText('');
    void readPasted(words);
  };
  return (
    <Modal opened={opened} onClose={onClose} title="Dán bảng" size="lg">
      <Textarea
        label="Dán vào đây"
        description="Trong Word, Excel hoặc tệp PDF: bôi đen bảng, bấm Ctrl C; rồi bấm Ctrl V ở đây."
        data-autofocus
        minRows={5}
        autosize
        maxRows={12}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onPaste={(event) => {
          const [html, plain] = ['text/html', 'text/plain'].map((kind) => event.clipboardData.getData(kind));
          if (!html && !plain) return;
          event.preventDefault();
          read({ text: plain ?? '', html: html ?? '' });
        }}
      />
      <Group justify="flex-end" gap="sm" mt="md">
        <Button onClick={onClose}>Thôi</Button>
        <Button variant="filled" disabled={text.trim() === ''} onClick={() => read({ text, html: '' })}>
          Đọc chữ này
        </Button>
      </Group>
    </Modal>
  );
}
