/** The person's yes: the key as they decided, the evidence into the store, the records in one act. Repeating it changes nothing. */

import { settle } from '../../../../db/blobs.ts';
import { keysOf } from '../../../../db/queries/keys.ts';
import { isKnownFork, reportsOfBundle } from '../../../../db/queries/received.ts';
import { receivedByDigest } from '../../../../db/queries/standing.ts';
import type { Batch } from '../../../../db/write.ts';
import type { ReceiveBody, ReceivedAnswer } from '../../../../shared/api/contract/receiving.ts';
import type { UnitCard } from '../../../../shared/bundle/unit-card.ts';
import type { ReceivedBundle } from '../../../bundles/read-bundle.ts';
import { fingerprintOf } from '../../../bundles/seal.ts';
import { type Actor, act, type Deps } from '../../core/deps.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import { cardName, decideKey, keyStanding, rememberKey, unitOfCard, unitOrNew } from '../keys/trust.ts';
import type { Staged } from './check-file.ts';
import { judgeUpward, type Upward, type UpwardJudgement } from './judge-bundle.ts';
import { handlers } from './kinds/index.ts';
import { incomingBase, judgeDownward } from './staged-bundle.ts';

/**
 * Receives what was checked. The standing is judged again, because another bundle may have come since the check. A changed key is a
 * person's decision first (NH23): without one nothing is received.
 */
export async function receiveStaged(
  deps: Deps,
  actor: Actor,
  staged: Staged,
  body: ReceiveBody,
): Promise<ReceivedAnswer | Refusal> {
  const { bundle, card } = staged;
  if (card) return receiveCard(deps, actor, card, body);
  if (!bundle) return refuse('viec-da-xong', undefined, staged.check.standingText);
  const known = keyStanding(deps, bundle.card);
  if (known === 'tu-choi' || known === 'da-thay') return refuse('khoa-khong-tin');
  if (body.key === 'tu-choi') {
    act(deps, actor, 'key.decide', `Từ chối khóa của ${cardName(bundle.card)}`, (batch) =>
      keepKey(deps, batch, bundle.card, body.key, bundle.kind),
    );
    const text = `Đã từ chối khóa của ${cardName(bundle.card)}. Gói không được nhận.`;
    return { receivedId: null, kind: bundle.kind, standing: 'khong-nhan', text };
  }
  if (known === 'khoa-doi' && body.key !== 'them' && body.key !== 'thay') return refuse('khoa-doi');
  return bundle.kind === 'report' || bundle.kind === 'recall'
    ? receiveUpward(deps, actor, staged, bundle, body)
    : receiveDownward(deps, actor, staged, bundle, body);
}

/** Remembers the key and does with it what the person said; answers with the unit. */
function keepKey(
  deps: Deps,
  batch: Batch,
  card: UnitCard,
  choice: ReceiveBody['key'],
  kind: ReceivedBundle['kind'] | 'card',
): string {
  const unitId = unitOrNew(deps, batch, card.unit, kind !== 'verdict' && kind !== 'plan');
  const key = rememberKey(deps, batch, unitId, card);
  const decided = choice !== undefined && choice !== 'de-sau' && !(key.standing === 'tin' && choice === 'tin');
  if (decided) decideKey(deps, batch, key, null, choice);
  return unitId;
}

function receiveCard(deps: Deps, actor: Actor, card: UnitCard, body: ReceiveBody): ReceivedAnswer | Refusal {
  const known = keyStanding(deps, card);
  if (known === 'tu-choi') return refuse('khoa-khong-tin');
  // A key that changed is never believed by the same word as a first one.
  if (known === 'khoa-doi' && body.key === 'tin') return refuse('khoa-doi');
  const name = cardName(card);
  act(deps, actor, 'key.card', `Nhận thẻ của ${name}`, (batch) => keepKey(deps, batch, card, body.key, 'card'));
  const unit = unitOfCard(deps, card.unit);
  const fingerprint = fingerprintOf(card.signingKey);
  const standing = keysOf(deps.db, unit?.id ?? '').find((key) => key.fingerprint === fingerprint)?.standing;
  const text =
    standing === 'tin'
      ? `Đã tin khóa của ${name}.`
      : standing === 'tu-choi'
        ? `Đã từ chối khóa của ${name}.`
        : `Đã giữ thẻ của ${name}, chưa tin. So dấu vân tay ở Cơ quan, mục Khóa và thẻ đơn vị.`;
  return { receivedId: null, kind: 'card', standing: known === 'tin' ? 'da-co' : 'moi', text };
}

async function receiveUpward(
  deps: Deps,
  actor: Actor,
  { facts }: Staged,
  bundle: ReceivedBundle & Upward,
  body: ReceiveBody,
): Promise<ReceivedAnswer | Refusal> {
  const { contentDigest: digest, kind, data } = bundle;
  const same = receivedByDigest(deps.db, digest);
  if (same) {
    if (body.key !== undefined && body.key !== 'de-sau')
      act(deps, actor, 'key.decide', `Tin khóa của ${cardName(bundle.card)}`, (batch) =>
        keepKey(deps, batch, bundle.card, body.key, kind),
      );
    return { receivedId: same.id, kind, standing: 'da-co', text: 'Gói này đã nhận trước đây. Không đổi gì.' };
  }
  const first = judgeUpward(deps, bundle, digest, unitOfCard(deps, bundle.card.unit)?.id ?? null);
  if (!first.receivable) return refuse('goi-khac');
  if (first.undecided && body.as === undefined) return refuse('can-chon');
  await storeFiles(deps, bundle);
  const id = deps.newId();
  const what = kind === 'recall' ? 'Ghi thu hồi của' : 'Tiếp nhận gói của';
  const { value } = act(
    deps,
    actor,
    'bundle.receive',
    `${what} ${cardName(bundle.card)}`,
    (batch) => {
      const unitId = keepKey(deps, batch, bundle.card, body.key, kind);
      // Within the act: another bundle may have been received while the files were stored.
      const judged = judgeUpward(deps, bundle, digest, unitId);
      const again = receivedByDigest(deps.db, digest);
      if (again || !judged.receivable) return { judged, id: again?.id ?? null };
      keepFork(deps, batch, unitId, data.sender.installationId, judged);
      const facets = { id, unitId, digest, fingerprint: fingerprintOf(bundle.card.signingKey) };
      if (bundle.kind === 'recall') insertRecall(deps, batch, bundle.data, facets);
      else insertReport(deps, batch, bundle.data, { ...facets, ...facts }, judged, body.as);
      return { judged, id };
    },
    false,
  );
  if (value.id === null) return refuse('goi-khac');
  const { standing } = value.judged;
  return { receivedId: value.id, kind, standing, text: doneText(kind, standing, body.as) };
}

function doneText(kind: Upward['kind'], standing: ReceivedAnswer['standing'], as: ReceiveBody['as']): string {
  if (kind === 'recall')
    return standing === 'chua-co-goi'
      ? 'Đã ghi thu hồi. Khi báo cáo đó tới sẽ được ghi là đã thu hồi.'
      : 'Đã ghi thu hồi. Báo cáo vẫn được giữ lại, không tính nữa.';
  if (standing === 'cu-hon' || as === 'cat-rieng') return 'Đã cất riêng. Bản đang tính không đổi.';
  if (standing === 'thay-the' || as === 'chinh') return 'Đã tiếp nhận làm bản chính. Bản trước vẫn được giữ lại.';
  return standing === 'da-thu-hoi' ? 'Đã cất lại, ghi là đơn vị đã thu hồi.' : 'Đã tiếp nhận.';
}

type Facets = { id: string; unitId: string; digest: string; fingerprint: string };

function insertReport(
  deps: Deps,
  batch: Batch,
  data: Extract<Upward, { kind: 'report' }>['data'],
  { fileName, bytes, ...facets }: Facets & Staged['facts'],
  judged: UpwardJudgement,
  as: ReceiveBody['as'],
): void {
  const counts = judged.undecided ? as === 'chinh' : (judged.report?.counts ?? false);
  if (counts)
    for (const bundleId of judged.report?.supersedes ?? [])
      for (const row of reportsOfBundle(deps.db, facets.unitId, bundleId))
        batch.update('receivedReport', row, null, { superseded: true });
  const recalled = judged.report?.recalled ?? false;
  batch.insert('receivedReport', {
    ...facets,
    windowKey: data.window.key,
    windowLabel: data.window.label,
    sequence: data.bundle.sequence,
    bundleId: data.bundle.id,
    fileName,
    bytes,
    receivedAt: deps.clock(),
    superseded: !counts,
    rowCount: data.rows.length,
    answeredCount: data.rows.filter((row) => row.state !== null).length,
    evidenceCount: data.evidence.length,
    data,
    state: recalled ? 'thu-hoi' : 'da-nhan',
    recalledAt: recalled ? deps.clock() : null,
    previous: data.bundle.previous,
    installationId: data.sender.installationId,
  });
}

/** NH3: kept, struck through, and counted no more. */
function insertRecall(
  deps: Deps,
  batch: Batch,
  data: Extract<Upward, { kind: 'recall' }>['data'],
  facets: Facets,
): void {
  const { bundle, sender, window, recall } = data;
  const receivedAt = deps.clock();
  batch.insert('receivedRecall', {
    ...facets,
    bundleId: bundle.id,
    replaces: bundle.replaces,
    installationId: sender.installationId,
    sequence: bundle.sequence,
    previous: bundle.previous,
    windowLabel: window.label,
    title: recall.title,
    reason: recall.reason,
    receivedAt,
  });
  for (const row of reportsOfBundle(deps.db, facets.unitId, bundle.replaces))
    batch.update('receivedReport', row, null, { state: 'thu-hoi', recalledAt: receivedAt });
}

/** NH9: a contradiction is written down once, and stays written. */
function keepFork(
  deps: Deps,
  batch: Batch,
  unitId: string,
  installationId: string,
  { chain }: Pick<UpwardJudgement, 'chain'>,
): void {
  const { fork } = chain;
  if (!fork) return;
  if (isKnownFork(deps.db, { unitId, installationId, sequence: fork.sequence })) return;
  batch.insert('forkedInstallation', { id: deps.newId(), unitId, installationId, ...fork, seenAt: deps.clock() });
}

async function receiveDownward(
  deps: Deps,
  actor: Actor,
  { facts }: Staged,
  bundle: ReceivedBundle,
  body: ReceiveBody,
): Promise<ReceivedAnswer | Refusal> {
  if (bundle.kind !== 'verdict' && bundle.kind !== 'plan') throw new Error('not a bundle that comes down');
  const { kind } = bundle;
  const handler = handlers[kind];
  const unitId = unitOfCard(deps, bundle.card.unit)?.id ?? null;
  const judged = judgeDownward(deps, facts, bundle, unitId);
  if (!handler || !judged) return refuse('loai-goi-la');
  const same = handler.find(deps, bundle.contentDigest);
  if (same !== null)
    return { receivedId: same, kind, standing: 'da-co', text: 'Gói này đã nhận trước đây. Không đổi gì.' };
  if (!judged.receivable) return refuse('goi-khac', undefined, judged.standingText);
  await storeFiles(deps, bundle);
  const { value } = act(
    deps,
    actor,
    'bundle.receive',
    `Tiếp nhận gói của ${cardName(bundle.card)}`,
    (batch) => {
      const sender = keepKey(deps, batch, bundle.card, body.key, kind);
      const base = { ...incomingBase(facts, bundle), unitId: sender };
      return bundle.kind === 'verdict'
        ? handlers.verdict?.receive(deps, batch, { ...base, data: bundle.data }, judged)
        : bundle.kind === 'plan'
          ? handlers.plan?.receive(deps, batch, { ...base, data: bundle.data }, judged)
          : undefined;
    },
    false,
  );
  if (!value) return refuse('loai-goi-la');
  return { receivedId: value.id, kind, standing: judged.standing, text: value.text };
}

/** Blob first, row second; a file that is in the store already stays as it is. */
async function storeFiles(deps: Deps, { files }: ReceivedBundle): Promise<void> {
  for (const { staged, sha256, bytes } of files) if (staged !== null) await settle(deps.folder, staged, sha256, bytes);
}
