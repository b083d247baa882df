/** Answering a received report row by row and as a whole, and sending the verdict back. */
import type { Hono } from 'hono';
import { rowAnswers, wholeAnswer } from '../../../db/queries/answers.ts';
import { readReceived } from '../../../db/queries/received.ts';
import { StaleWrite } from '../../../db/write.ts';
import { rowFault, wholeFault } from '../../../shared/answer/answer.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import { act, type Deps } from '../core/deps.ts';
import { implement, type ServerEnv } from '../core/implement.ts';
import { isRefusal, type Refusal, refuse } from '../core/refusal.ts';
import { keepOutgoing } from '../exchange/ledger.ts';
import { sendBundle, sendingOf } from '../exchange/send-bundle.ts';
import { answersView, outgoingVerdict, type ReceivedReport } from './answers.ts';

export function answerRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { answers } = contract;

  implement(app, deps, answers.of, ({ params }) => {
    const received = readReceived(deps.db, params.id);
    return received ? answersView(deps, received) : refuse('khong-tim-thay');
  });

  implement(app, deps, answers.row, ({ params, body, actor }) => {
    const received = answerable(deps, params.id);
    if (isRefusal(received)) return received;
    const row = received.data.rows.find(({ taskId }) => taskId === params.task);
    if (!row) return refuse('khong-tim-thay');
    const fault = rowFault(body);
    if (fault !== null) return refuse('sai-du-lieu', undefined, fault);
    const whole = wholeAnswer(deps.db, received.id);
    if (whole?.verdict === 'chap-nhan' && body.verdict === 'tra-lai')
      return refuse(
        'con-dung',
        undefined,
        'Báo cáo đã chấp nhận nên không trả lại từng dòng. Hãy bỏ chấp nhận cả báo cáo trước.',
      );
    const known = rowAnswers(deps.db, received.id).find(({ taskId }) => taskId === params.task);
    const fields = {
      verdict: body.verdict,
      words: body.words,
      revisionSeen: row.revision,
      personId: actor.personId,
      answeredAt: deps.clock(),
    };
    const { value, batchId } = act(deps, actor, 'answer.row', 'Trả lời một dòng báo cáo', (batch) => {
      if (!known)
        return batch.insert('rowAnswer', {
          id: deps.newId(),
          receivedId: received.id,
          taskId: params.task,
          ...fields,
        });
      if (body.revision === null) throw new StaleWrite('rowAnswer', known);
      return batch.update('rowAnswer', known.id, body.revision, fields);
    });
    return { id: value.id, revision: value.revision, batchId };
  });

  implement(app, deps, answers.clearRow, ({ params, actor }) => {
    const received = answerable(deps, params.id);
    if (isRefusal(received)) return received;
    const known = rowAnswers(deps.db, received.id).find(({ taskId }) => taskId === params.task);
    if (!known) return refuse('khong-tim-thay');
    return act(deps, actor, 'answer.clear', 'Bỏ trả lời một dòng', (batch) =>
      batch.remove('rowAnswer', known.id, null),
    );
  });

  implement(app, deps, answers.acceptRest, ({ params, actor }) => {
    const received = answerable(deps, params.id);
    if (isRefusal(received)) return received;
    const answered = new Set(rowAnswers(deps.db, received.id).map(({ taskId }) => taskId));
    const open = received.data.rows.filter(({ taskId }) => !answered.has(taskId));
    const { batchId } = act(deps, actor, 'answer.rest', `Chấp nhận ${open.length} dòng còn lại`, (batch) => {
      for (const { taskId, revision } of open)
        batch.insert('rowAnswer', {
          id: deps.newId(),
          receivedId: received.id,
          taskId,
          verdict: 'chap-nhan',
          words: '',
          revisionSeen: revision,
          personId: actor.personId,
          answeredAt: deps.clock(),
        });
    });
    return { accepted: open.length, batchId };
  });

  wholeAnswerRoutes(app, deps);
}

/** The word on the report as a whole, and sending all that was answered. */
function wholeAnswerRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { answers } = contract;

  implement(app, deps, answers.whole, ({ params, body, actor }) => {
    const received = answerable(deps, params.id);
    if (isRefusal(received)) return received;
    const answer = {
      verdict: body.verdict,
      words: body.words,
      resubmitBy: body.resubmitBy === '' ? null : body.resubmitBy,
    };
    const fault = wholeFault(answer, rowAnswers(deps.db, received.id));
    if (fault !== null) return refuse('sai-du-lieu', undefined, fault);
    const known = wholeAnswer(deps.db, received.id);
    const fields = { ...answer, personId: actor.personId, answeredAt: deps.clock() };
    const label = body.verdict === 'chap-nhan' ? 'Chấp nhận báo cáo' : 'Trả lại báo cáo';
    const { value, batchId } = act(deps, actor, 'answer.whole', label, (batch) => {
      batch.update('receivedReport', received.id, null, { state: body.verdict });
      if (!known) return batch.insert('wholeAnswer', { id: deps.newId(), receivedId: received.id, ...fields });
      if (body.revision === null) throw new StaleWrite('wholeAnswer', known);
      return batch.update('wholeAnswer', known.id, body.revision, fields);
    });
    return { id: value.id, revision: value.revision, batchId };
  });

  implement(app, deps, answers.clearWhole, ({ params, actor }) => {
    const received = answerable(deps, params.id);
    if (isRefusal(received)) return received;
    const known = wholeAnswer(deps.db, received.id);
    if (!known) return refuse('khong-tim-thay');
    return act(deps, actor, 'answer.clear-whole', 'Bỏ trả lời cả báo cáo', (batch) => {
      batch.update('receivedReport', received.id, null, { state: 'da-nhan' });
      batch.remove('wholeAnswer', known.id, null);
    });
  });

  implement(app, deps, answers.send, async ({ params, body, actor }) => {
    const received = answerable(deps, params.id);
    if (isRefusal(received)) return received;
    const way = sendingOf(deps, received.unitId, body);
    if (isRefusal(way)) return way;
    const made = await outgoingVerdict(deps, actor, received);
    if (!made) return refuse('chua-co-co-quan');
    const label = `Xuất trả lời ${received.windowLabel}`;
    return deps.jobs.start({ kind: 'export', label, unit: 'bytes', total: 0 }, (control) =>
      sendBundle(deps, control, made, way, (written) => {
        const { id: subjectId, unitId } = received;
        return keepOutgoing(deps, actor, { kind: 'verdict', subjectId, unitId, data: written.data }, way, written);
      }),
    );
  });
}

/** AN3: the version that counts. */
function answerable(deps: Deps, id: string): ReceivedReport | Refusal {
  const received = readReceived(deps.db, id);
  if (!received) return refuse('khong-tim-thay');
  if (received.state === 'thu-hoi')
    return refuse('con-dung', undefined, 'Đơn vị đã thu hồi báo cáo này nên không trả lời nữa. Nội dung vẫn được giữ.');
  if (received.superseded)
    return refuse('con-dung', undefined, 'Đã có bản khác thay báo cáo này. Hãy mở bản mới nhất của kỳ để trả lời.');
  return received;
}
