/** Targets and proof of results: figures of a window, corrections of the reading, reasons for what could not be had. */
import type { Hono } from 'hono';
import { readWindow } from '../../../db/queries/office.ts';
import { readPlanRow } from '../../../db/queries/plans.ts';
import { type ChoiceRow, choiceIdOf, choicesOfWords, measurementOf, reasonIdOf } from '../../../db/queries/targets.ts';
import { planOfGroup, resultsBesideGroup } from '../../../db/queries/tasks.ts';
import { StaleWrite } from '../../../db/write.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import { type ChosenTarget, resultName } from '../../../shared/target/group-targets.ts';
import { act, type Deps } from '../core/deps.ts';
import { implement, type ServerEnv } from '../core/implement.ts';
import { refuse } from '../core/refusal.ts';
import { lacksReason } from '../time/windows.ts';
import { readingOf, resultsOf } from './group-results.ts';
import { gapsOf } from './result-gaps.ts';

export function targetRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { targets } = contract;

  implement(app, deps, targets.results, ({ query }) => {
    const planId = planOfGroup(deps.db, query.group);
    if (planId === null) return refuse('khong-tim-thay');
    const found = resultsOf(deps, { planId, groupId: query.group, windowId: query.window }).get(query.group);
    return found ?? refuse('khong-tim-thay');
  });

  implement(app, deps, targets.gaps, ({ query }) => {
    if (!readPlanRow(deps.db, query.plan) || !readWindow(deps.db, query.window)) return refuse('khong-tim-thay');
    return { gaps: gapsOf(deps, query.plan, query.window) };
  });

  implement(app, deps, targets.saveFigure, ({ body, actor }) => {
    const { groupId, key, windowId, revision, lateReason, ...figures } = body;
    if (planOfGroup(deps.db, groupId) === null || !readWindow(deps.db, windowId)) return refuse('khong-tim-thay');
    const known = measurementOf(deps.db, { groupId, targetKey: key, windowId });
    const reason = lateReason?.trim() || (known?.lateReason ?? '');
    if (lacksReason(deps, windowId, reason)) return refuse('ky-da-khoa');
    const row = { ...figures, lateReason: reason, personId: actor.personId, updatedAt: deps.clock() };
    const { value, batchId } = act(deps, actor, 'measurement.save', 'Ghi số liệu chỉ tiêu', (batch) => {
      if (known === null)
        return batch.insert('measurement', { id: deps.newId(), groupId, targetKey: key, windowId, ...row });
      if (revision === null) throw new StaleWrite('measurement', batch.get('measurement', known.id));
      return batch.update('measurement', known.id, revision, row);
    });
    return { id: value.id, revision: value.revision, batchId };
  });

  implement(app, deps, targets.saveChoice, ({ body, actor }) => {
    const { groupId, words, revision, targets: chosen, proofs } = body;
    if (planOfGroup(deps.db, groupId) === null) return refuse('khong-tim-thay');
    if (chosen !== null && new Set(chosen.map((each) => each.key)).size !== chosen.length) return refuse('sai-du-lieu');
    const name = resultName(words);
    const known = choiceIdOf(deps.db, groupId, name);
    const { value, batchId } = act(deps, actor, 'target.choose', 'Sửa chỉ tiêu, minh chứng cần có', (batch) => {
      for (const other of groupsAlike(deps, groupId, words, known, chosen))
        if (other.choice) batch.update('targetChoice', other.choice.id, other.choice.revision, { targets: chosen });
        else
          batch.insert('targetChoice', {
            id: deps.newId(),
            groupId: other.groupId,
            words: name,
            targets: chosen,
            proofs: null,
          });
      if (known === null)
        return batch.insert('targetChoice', { id: deps.newId(), groupId, words: name, targets: chosen, proofs });
      if (revision === null) throw new StaleWrite('targetChoice', batch.get('targetChoice', known));
      return batch.update('targetChoice', known, revision, { targets: chosen, proofs });
    });
    return { id: value.id, revision: value.revision, batchId };
  });

  implement(app, deps, targets.saveReason, ({ body, actor }) => {
    const { groupId, words, kind, windowId, revision, reason } = body;
    if (planOfGroup(deps.db, groupId) === null || !readWindow(deps.db, windowId)) return refuse('khong-tim-thay');
    const name = resultName(words);
    const known = reasonIdOf(deps.db, { groupId, words: name, proofKind: kind, windowId });
    if (known === null && reason === '') return refuse('sai-du-lieu');
    const label = reason === '' ? 'Bỏ lý do không có minh chứng' : 'Ghi lý do không có minh chứng';
    const { batchId } = act(deps, actor, 'proof.reason', label, (batch) => {
      if (known === null)
        return void batch.insert('proofReason', {
          id: deps.newId(),
          groupId,
          words: name,
          proofKind: kind,
          windowId,
          reason,
        });
      if (revision === null) throw new StaleWrite('proofReason', batch.get('proofReason', known));
      if (reason === '') return batch.remove('proofReason', known, revision);
      batch.update('proofReason', known, revision, { reason });
    });
    return { batchId };
  });
}

/**
 * TG18: the other groups of the plan with the same result, where the words leave a number to somebody else ("chỉ tiêu do huyện giao") and
 * nobody decided otherwise: without a choice of their own, or with the one they share with this group. Empty for other words.
 */
function groupsAlike(
  { db }: Deps,
  groupId: string,
  words: string,
  known: string | null,
  chosen: readonly ChosenTarget[] | null,
): { groupId: string; choice: ChoiceRow | null }[] {
  if (!readingOf(words).targets.some(({ value }) => value === null)) return [];
  // "Không phải chỉ tiêu" is about this row.
  if (chosen !== null && !chosen.some(({ value }) => value !== null)) return [];
  const name = resultName(words);
  const choices = choicesOfWords(db, name);
  const own = JSON.stringify(choices.find(({ id }) => id === known)?.targets ?? null);
  if (JSON.stringify(chosen) === own) return [];
  return resultsBesideGroup(db, groupId)
    .filter(({ results }) => results.some((each) => resultName(each) === name))
    .map(({ id }) => ({ groupId: id, choice: choices.find((each) => each.groupId === id) ?? null }))
    .filter(({ choice }) => choice === null || JSON.stringify(choice.targets) === own);
}
