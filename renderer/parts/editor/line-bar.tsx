/** The bar above the lines: what the current line is, how its words look, and inside a table what can be done with it. */
import { Button, Menu, Select, TextInput } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBold,
  IconHeading,
  IconIndentDecrease,
  IconIndentIncrease,
  IconItalic,
  IconList,
} from '@tabler/icons-react';
import { type Editor, useEditorState } from '@tiptap/react';
import { numberLines } from '../../../shared/body/numbering.ts';
import styles from './editor.module.css';
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
} from './lines.ts';
import { type LookName, mayLook, toggleLook } from './looks.ts';
import { numberedLines, type StyleHolder } from './numbers.ts';
import { InsertTable, TableBar } from './table-bar.tsx';
import { inTable } from './tables.ts';
import { Tool } from './tool.tsx';

const kinds: readonly { value: LineKind; label: string }[] = [
  { value: '1', label: 'Mục cấp 1 (I.)' },
  { value: '2', label: 'Mục cấp 2 (1.)' },
  { value: '3', label: 'Mục cấp 3 (a)' },
  { value: '4', label: 'Mục cấp 4 (-)' },
  { value: 'paragraph', label: 'Đoạn văn' },
  { value: '-', label: 'Gạch đầu dòng (-)' },
  { value: '+', label: 'Gạch dòng con (+)' },
];

/** What the bar shows of the line with the cursor; read again with each change of the document. */
function useLine(editor: Editor, holder: StyleHolder) {
  return useEditorState({
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
        inTable: inTable(now),
        mayLook: mayLook(now),
        bold: now.isActive('bold'),
        italic: now.isActive('italic'),
        canUndo: now.can().undo(),
        canRedo: now.can().redo(),
      };
    },
  });
}

type Line = ReturnType<typeof useLine>;
/** Makes a click of a deed: the editor gets the cursor back after it. */
type Act = (work: (editor: Editor) => unknown) => () => void;

export function LineBar({ editor, holder }: { editor: Editor; holder: StyleHolder }) {
  const line = useLine(editor, holder);
  const act: Act = (work) => () => {
    work(editor);
    editor.commands.focus();
  };
  return (
    <div className={styles.bar} role="toolbar" aria-label={line.inTable ? 'Bảng đang soạn' : 'Dòng đang soạn'}>
      {line.inTable ? <TableBar editor={editor} /> : null}
      {line.inTable ? null : (
        <Select
          aria-label="Loại dòng"
          size="xs"
          className={styles.kind}
          data={kinds.map(({ value, label }) => ({ value, label }))}
          value={line.kind}
          allowDeselect={false}
          onChange={(kind) => kind && act((to) => setKind(to, kind as LineKind))()}
        />
      )}
      {line.automatic === null || line.inTable ? null : (
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
      {line.inTable ? null : <LevelTools titled={line.titled} act={act} />}
      <LookTools line={line} act={act} />
      {line.inTable ? null : <InsertTable editor={editor} />}
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

const LevelTools = ({ titled, act }: { titled: boolean; act: Act }) => (
  <>
    <Tool label="Nâng cấp (Shift+Tab)" icon={<IconIndentDecrease size="1.125rem" />} onClick={act(higher)} />
    <Tool label="Hạ cấp (Tab)" icon={<IconIndentIncrease size="1.125rem" />} onClick={act(deeper)} />
    <Tool
      label="Tiêu đề hay câu có số (Ctrl+Alt+T)"
      icon={<IconHeading size="1.125rem" />}
      pressed={titled}
      onClick={act(toggleTitle)}
    />
  </>
);

function LookTools({ line, act }: { line: Line; act: Act }) {
  const look = (name: LookName) => act((to) => toggleLook(to, name));
  return (
    <>
      <Tool
        label="Đậm (Ctrl+B)"
        icon={<IconBold size="1.125rem" />}
        pressed={line.bold}
        disabled={!line.mayLook}
        onClick={look('bold')}
      />
      <Tool
        label="Nghiêng (Ctrl+I)"
        icon={<IconItalic size="1.125rem" />}
        pressed={line.italic}
        disabled={!line.mayLook}
        onClick={look('italic')}
      />
    </>
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
          titled: node.attrs.titled === true || node.type.name === 'part',
          text: `${numbers[index]?.label ?? ''} ${node.type.name === 'part' ? node.attrs.heading : node.textContent}`.trim(),
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
        <button type="button" className={styles.tool} aria-label="Mục lục" title="Mục lục">
          <IconList size="1.125rem" />
        </button>
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
