/** The body of the plan: its lines with their numbers, and a bar that says and changes what the current line is. */
import { Button, Menu, Select, TextInput, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBold,
  IconIndentDecrease,
  IconIndentIncrease,
  IconList,
} from '@tabler/icons-react';
import { type Editor, EditorContent, useEditorState } from '@tiptap/react';
import { type ReactNode, useId } from 'react';
import { numberLines } from '../../../shared/plan/numbering.ts';
import {
  chosenLines,
  deeper,
  higher,
  kindOf,
  type LineKind,
  renumber,
  setKind,
  setTyped,
  toggleTitle,
} from '../../parts/editor/lines.ts';
import { numberedLines, type StyleHolder } from '../../parts/editor/numbers.ts';
import styles from './write-page.module.css';

const kinds: readonly { value: LineKind; label: string }[] = [
  { value: '1', label: 'Mục cấp 1 (I.)' },
  { value: '2', label: 'Mục cấp 2 (1.)' },
  { value: '3', label: 'Mục cấp 3 (a)' },
  { value: '4', label: 'Mục cấp 4 (-)' },
  { value: 'paragraph', label: 'Đoạn văn' },
  { value: '-', label: 'Gạch đầu dòng (-)' },
  { value: '+', label: 'Gạch dòng con (+)' },
];

export type BodyEditorProps = { editor: Editor; holder: StyleHolder; children: ReactNode; after: ReactNode };

export function BodyEditor({ editor, holder, children, after }: BodyEditorProps) {
  const hintId = useId();
  return (
    <div className={styles.writing}>
      <LineBar editor={editor} holder={holder} />
      <div className={styles.scroll}>
        {children}
        <h2 className={styles.bodyTitle}>Nội dung</h2>
        <p id={hintId} className={styles.hint}>
          Tab hạ một cấp, Shift+Tab nâng một cấp, Ctrl+B đổi tiêu đề và câu có số. Bấm Esc rồi Tab để rời khung soạn.
        </p>
        <EditorContent editor={editor} className={styles.paper} />
        {after}
      </div>
    </div>
  );
}

function LineBar({ editor, holder }: { editor: Editor; holder: StyleHolder }) {
  const line = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const current = chosenLines(now)[0];
      const lines = numberedLines(now.state.doc);
      const numbers = numberLines(
        lines.map((each) => each.line),
        holder.style,
      );
      const at = lines.findIndex((each) => each.at === current?.at);
      return {
        kind: current ? kindOf(current.node) : 'paragraph',
        titled: current?.node.attrs.titled === true,
        typed: (current?.node.attrs.typed ?? null) as string | null,
        automatic: at < 0 ? null : (numbers[at]?.automatic ?? ''),
        differing: numbers.filter((each) => each.differs).length,
        canUndo: now.can().undo(),
        canRedo: now.can().redo(),
      };
    },
  });
  const act = (work: (editor: Editor) => unknown) => () => {
    work(editor);
    editor.commands.focus();
  };
  return (
    <div className={styles.bar} role="toolbar" aria-label="Dòng đang soạn">
      <Select
        aria-label="Loại dòng"
        size="xs"
        className={styles.kind}
        data={kinds.map(({ value, label }) => ({ value, label }))}
        value={line.kind}
        allowDeselect={false}
        onChange={(kind) => kind && act((to) => setKind(to, kind as LineKind))()}
      />
      {line.automatic === null ? null : (
        <TextInput
          aria-label="Số của dòng, để trống là tự động"
          size="xs"
          className={styles.label}
          placeholder={line.automatic || 'không số'}
          value={line.typed ?? ''}
          maxLength={40}
          onChange={(event) => setTyped(editor, event.currentTarget.value === '' ? null : event.currentTarget.value)}
        />
      )}
      <Tool label="Nâng cấp (Shift+Tab)" icon={<IconIndentDecrease size="1.125rem" />} onClick={act(higher)} />
      <Tool label="Hạ cấp (Tab)" icon={<IconIndentIncrease size="1.125rem" />} onClick={act(deeper)} />
      <Tool
        label="Tiêu đề hay câu có số (Ctrl+B)"
        icon={<IconBold size="1.125rem" />}
        pressed={line.titled}
        onClick={act(toggleTitle)}
      />
      <Tool
        label="Hoàn tác (Ctrl+Z)"
        icon={<IconArrowBackUp size="1.125rem" />}
        disabled={!line.canUndo}
        onClick={act((to) => to.commands.undo())}
      />
      <Tool
        label="Làm lại (Ctrl+Y)"
        icon={<IconArrowForwardUp size="1.125rem" />}
        disabled={!line.canRedo}
        onClick={act((to) => to.commands.redo())}
      />
      <span className={styles.space} />
      {line.differing > 0 ? (
        <Button
          size="compact-sm"
          variant="default"
          title={`${line.differing} chỗ có số không theo thứ tự`}
          onClick={act(renumber)}
        >
          Đánh lại số ({line.differing})
        </Button>
      ) : null}
      <OutlineMenu editor={editor} holder={holder} />
    </div>
  );
}

type ToolProps = { label: string; icon: ReactNode; onClick: () => void; pressed?: boolean; disabled?: boolean };

function Tool({ label, icon, onClick, pressed, disabled = false }: ToolProps) {
  return (
    <Tooltip label={label}>
      <button
        type="button"
        className={styles.tool}
        aria-label={label}
        aria-pressed={pressed}
        disabled={disabled}
        onClick={onClick}
      >
        {icon}
      </button>
    </Tooltip>
  );
}

/** Headings to jump to. */
function OutlineMenu({ editor, holder }: { editor: Editor; holder: StyleHolder }) {
  const headings = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const lines = numberedLines(now.state.doc);
      const numbers = numberLines(
        lines.map((each) => each.line),
        holder.style,
      );
      return lines
        .map(({ node, at }, index) => ({
          at,
          level: Number(node.attrs.level),
          titled: node.attrs.titled === true,
          text: `${numbers[index]?.label ?? ''} ${node.textContent}`.trim(),
        }))
        .filter((each) => each.titled && each.text !== '');
    },
  });
  const jump = (at: number) => {
    editor
      .chain()
      .setTextSelection(at + 1)
      .focus()
      .run();
    const element = editor.view.nodeDOM(at);
    if (element instanceof HTMLElement) element.scrollIntoView({ block: 'start' });
  };
  return (
    <Menu position="bottom-end" returnFocus={false}>
      <Menu.Target>
        <Button size="compact-sm" variant="default" leftSection={<IconList size="1rem" />}>
          Mục lục
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={styles.outline}>
        {headings.length === 0 ? <Menu.Label>Chưa có đề mục</Menu.Label> : null}
        {headings.map(({ at, level, text }) => (
          <Menu.Item key={at} style={{ paddingInlineStart: `${0.25 + level * 0.625}rem` }} onClick={() => jump(at)}>
            {text}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
