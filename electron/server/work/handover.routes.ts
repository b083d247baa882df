/** Hand-over from one person to the next: what can go over, the act, and its minute. */
import type { Hono } from 'hono';
import { readHandover, readHandovers } from '../../../db/queries/handovers.ts';
import { holdingsOn, readPeople, readPosts } from '../../../db/queries/office.ts';
import { areAllAssignedTo } from '../../../db/queries/tasks.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import { toPreviewHtml, toPrintHtml } from '../../../shared/document/to-html.ts';
import { handoverContent } from '../../../shared/office/handover.ts';
import { shortDate } from '../../../shared/text/dates.ts';
import { renderWord } from '../../work/tasks.ts';
import { act, type Deps } from '../core/deps.ts';
import { fileAnswer, wordType } from '../core/file-answer.ts';
import { implement, type ServerEnv } from '../core/implement.ts';
import { type Refusal, refuse } from '../core/refusal.ts';
import { startPdf } from '../paper/pdf-jobs.ts';
import { type HandoverChoice, handoverContentOf, handoverDocument, heldOn, plansOn } from './handover.ts';
import { taskTableView } from './task-table.ts';

export function handoverRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { handover } = contract;

  implement(app, deps, handover.available, ({ params, query }) => {
    const posts = new Map(readPosts(deps.db).map((post) => [post.id, post.name]));
    const led = new Map<string, number>();
    const tasks = plansOn(deps, query.date).flatMap((plan) => {
      const rows = taskTableView(deps, plan.id, null).tasks;
      for (const { leadPostIds } of rows) for (const id of leadPostIds) led.set(id, (led.get(id) ?? 0) + 1);
      return rows
        .filter(({ assigneeId }) => assigneeId === params.id)
        .map(({ id, text }) => ({ id, text, planTitle: plan.title }));
    });
    return {
      posts: heldOn(deps, params.id, query.date).map(({ postId, fromDate }) => ({
        id: postId,
        name: posts.get(postId) ?? '',
        fromDate,
        tasks: led.get(postId) ?? 0,
      })),
      tasks,
    };
  });

  implement(app, deps, handover.preview, ({ body }) => {
    const content = handoverContentOf(deps, body);
    const document = content && handoverDocument(deps, { ...body, content });
    if (!content || !document) return refuse('khong-tim-thay');
    return { content, html: toPrintHtml(document), previewHtml: toPreviewHtml(document) };
  });

  implement(app, deps, handover.make, ({ body, actor }) => {
    const content = handoverContentOf(deps, body);
    if (!content) return refuse('khong-tim-thay');
    const problem = cannotGoOver(deps, body);
    if (problem) return problem;
    const { fromPersonId, toPersonId, date, postIds, taskIds, note } = body;
    const held = heldOn(deps, fromPersonId, date);
    const next = new Set(heldOn(deps, toPersonId, date).map(({ postId }) => postId));
    const id = deps.newId();
    const label = `Bàn giao từ ${content.from} cho ${content.to}`;
    const { batchId } = act(deps, actor, 'handover.make', label, (batch) => {
      for (const holding of held.filter(({ postId }) => postIds.includes(postId))) {
        batch.update('holding', holding.id, null, { toDate: date });
        if (!next.has(holding.postId))
          batch.insert('holding', {
            id: deps.newId(),
            personId: toPersonId,
            postId: holding.postId,
            fromDate: date,
            toDate: holding.toDate,
          });
      }
      for (const taskId of taskIds) batch.update('task', taskId, null, { assigneeId: toPersonId });
      batch.insert('handover', { id, fromPersonId, toPersonId, date, postIds, content, note, madeAt: deps.clock() });
    });
    return { id, revision: 1, batchId };
  });

  implement(app, deps, handover.list, () => ({
    handovers: readHandovers(deps.db).map((row) => {
      const { from, to, posts, tasks } = handoverContent.parse(row.content);
      return { id: row.id, fromName: from, toName: to, date: row.date, posts, tasks: tasks.length, madeAt: row.madeAt };
    }),
  }));

  const documentOf = (id: string) => {
    const row = readHandover(deps.db, id);
    return row && handoverDocument(deps, { ...row, content: handoverContent.parse(row.content) });
  };

  implement(app, deps, handover.document, ({ params }) => {
    const document = documentOf(params.id);
    if (!document) return refuse('khong-tim-thay');
    return { html: toPrintHtml(document), previewHtml: toPreviewHtml(document) };
  });

  implement(app, deps, handover.word, async ({ params }) => {
    const document = documentOf(params.id);
    if (!document) return refuse('khong-tim-thay');
    return fileAnswer(await renderWord(document), 'bien-ban-ban-giao.docx', wordType);
  });

  implement(app, deps, handover.pdf, ({ params }) => {
    const document = documentOf(params.id);
    return document ? startPdf(deps, 'PDF biên bản bàn giao', document) : refuse('khong-tim-thay');
  });
}

/** Why a hand-over cannot be made as asked, in words; null when it can. Nothing was changed yet. */
function cannotGoOver(
  deps: Deps,
  { fromPersonId, toPersonId, date, postIds, taskIds }: HandoverChoice,
): Refusal | null {
  const say = (words: string) => refuse('sai-du-lieu', undefined, `${words} Chưa bàn giao gì.`);
  if (postIds.length === 0 && taskIds.length === 0) return say('Chưa chọn bộ phận hay việc nào để bàn giao.');
  const receiver = readPeople(deps.db).find(({ id }) => id === toPersonId);
  if (receiver?.archived) return say(`${receiver.name} đã nghỉ nên không nhận bàn giao được.`);
  const held = holdingsOn(deps.db, date).filter(({ personId }) => personId === fromPersonId);
  for (const postId of postIds) {
    const holding = held.find((each) => each.postId === postId);
    if (!holding) return say('Có bộ phận người giao không còn phụ trách vào ngày bàn giao. Hãy chọn lại.');
    if (holding.fromDate >= date)
      return say(`Người giao mới nhận bộ phận này từ ${shortDate(holding.fromDate)}: ngày bàn giao phải sau ngày đó.`);
  }
  if (!areAllAssignedTo(deps.db, fromPersonId, taskIds))
    return say('Có việc không còn giao cho người này. Hãy chọn lại.');
  return null;
}
