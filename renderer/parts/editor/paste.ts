/** Pasting: what is on the clipboard comes in as lines and tables, in cells as paragraphs. */
import { Fragment, Slice } from '@tiptap/pm/model';
import { isInTable, handlePaste as pasteIntoCells } from '@tiptap/pm/tables';
import type { EditorView } from '@tiptap/pm/view';
import { blocksOfPasted } from '../../../shared/body/pasted-lines.ts';
import { runsOfWords, type WrittenBlock } from '../../../shared/body/written-blocks.ts';
import { nodeOf } from './editor-document.ts';
import { linesOfHtml } from './pasted-html.ts';

const largestPage = 20 * 1024 * 1024;

/** True when it took the paste; what this editor itself copied is left to the editor. */
export function pasteLines(view: EditorView, event: ClipboardEvent): boolean {
  const html = event.clipboardData?.getData('text/html') ?? '';
  const plain = event.clipboardData?.getData('text/plain') ?? '';
  if (html.includes('data-pm-slice')) return false;
  const lines =
    html !== '' && html.length <= largestPage
      ? linesOfHtml(html)
      : plain.split(/\r?\n/).map((text) => ({ text, heading: 0 }));
  const written = blocksOfPasted(lines);
  const [only] = written;
  if (only === undefined) return true;
  const { state } = view;
  const nodesOf = (blocks: readonly WrittenBlock[]) => blocks.map((block) => state.schema.nodeFromJSON(nodeOf(block)));
  const inCell = isInTable(state);
  if (written.length === 1 && only.type === 'paragraph') {
    const words = nodesOf(written)[0]?.content ?? Fragment.empty;
    view.dispatch(state.tr.replaceSelection(new Slice(words, 0, 0)).scrollIntoView());
  } else if (inCell && only.type === 'table' && written.length === 1) {
    return pasteIntoCells(view, event, new Slice(Fragment.from(nodesOf(written)), 0, 0));
  } else {
    const nodes = nodesOf(inCell ? written.flatMap(paragraphsOf) : written);
    const { from, to } = state.selection;
    // Inside a cell the first and last paragraph join what stands there; outside, lines stay lines.
    const open = inCell ? 1 : 0;
    view.dispatch(state.tr.replaceRange(from, to, new Slice(Fragment.from(nodes), open, open)).scrollIntoView());
  }
  return true;
}

/** A cell holds paragraphs and nothing else. */
function paragraphsOf(block: WrittenBlock): WrittenBlock[] {
  if (block.type === 'table')
    return block.table.rows.flatMap((row) =>
      row.flatMap((cell) =>
        cell.paragraphs.map((runs) => ({
          type: 'paragraph' as const,
          text: runs.map((run) => run.text).join(''),
          runs,
        })),
      ),
    );
  const mark = block.type === 'item' ? [{ text: `${block.marker} ` }] : [];
  const runs = [...mark, ...runsOfWords(block)];
  return [{ type: 'paragraph', text: runs.map((run) => run.text).join(''), runs }];
}
