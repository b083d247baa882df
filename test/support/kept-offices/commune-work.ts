/** A quarter's work in the practice commune: times explained, results and figures, proof of every kind, activities, a hand-over. */

import type { ActivityInput } from '../../../shared/activity/activity.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import { regimes } from '../../../shared/period/regimes.ts';
import { pdf, picture, plain } from '../given-files.ts';
import type { Desk } from './desk.ts';

const { office, plans, work, time, targets, activities, handover } = contract;

export type Place = { readonly planId: string; readonly windowId: string };

const tasksOf = async ({ ask }: Desk, { planId, windowId }: Place) =>
  (await ask(plans.table, { params: { id: planId }, query: { window: windowId } })).tasks;

/** What a person answers to a time that says too little, an event that came, days off, and a second regime beside the first. */
export async function explainTimes(desk: Desk, place: Place): Promise<void> {
  const { ask } = desk;
  const [first] = await tasksOf(desk, place);
  if (!first) throw new Error('the plan has tasks');
  await ask(plans.changeTask, { params: { id: first.id }, body: { revision: first.revision, time: 'Định kỳ' } });
  await ask(time.answer, {
    params: { id: place.planId },
    body: { words: 'Định kỳ', schedule: { kind: 'quarters', year: 2024, quarters: [1, 3] }, revision: null },
  });
  const event = { words: 'Bầu cử trưởng thôn', lastDay: '', knownOn: '2024-02-01', note: 'Ba thôn' };
  await ask(time.addEvent, { body: { ...event, date: '2024-03-05' } });
  const given = (await ask(time.workingYears)).years.find(({ year }) => year === 2024);
  if (!given) throw new Error('the program brings the year 2024');
  const { off, worked } = given;
  await ask(time.saveWorkingYear, {
    params: { year: 2024 },
    body: { off: [...off, '04-01'], worked, confirmed: true, source: 'Thông báo của xã', revision: null },
  });
  const regime = regimes.find(({ id }) => id === 'cchc');
  if (!regime) throw new Error('the program brings the regime');
  await ask(time.adopt, { body: { regime, year: 2024, mode: 'beside', sure: false } });
}

/** Results asked for by a group: figures of a target, a reading put right by hand, a proof that cannot be had. */
export async function measureResults(
  { ask }: Desk,
  { planId, windowId }: Place,
): Promise<{ groupId: string; key: string }> {
  const [group] = (await ask(plans.table, { params: { id: planId }, query: {} })).groups;
  if (!group) throw new Error('the plan has groups');
  const groupId = group.id;
  await ask(plans.changeGroup, {
    params: { id: groupId },
    body: {
      revision: group.revision,
      results: [
        '100% hồ sơ được giải quyết đúng hạn',
        'Tỷ lệ bao phủ BHYT đạt chỉ tiêu do UBND tỉnh giao',
        'Quyết định ban hành quy chế; hình ảnh niêm yết',
      ],
    },
  });
  const { results } = await ask(targets.results, { query: { group: groupId, window: windowId } });
  const [share, cover, papers] = results;
  const key = share?.targets[0]?.key;
  const [chosen] = cover?.chosen ?? [];
  if (!key || !cover || !chosen || !papers) throw new Error('the results are read as targets');
  await ask(targets.saveFigure, {
    body: { groupId, key, windowId, revision: null, numerator: 118, denominator: 120, note: 'Hai hồ sơ chờ bổ sung' },
  });
  await ask(targets.saveChoice, {
    body: {
      ...{ groupId, words: cover.words, revision: null, proofs: null },
      targets: [{ ...chosen, value: 93, unit: '%', of: 'dân số', gathering: 'newest' }],
    },
  });
  await ask(targets.saveReason, {
    body: { groupId, words: papers.words, kind: 'anh', windowId, revision: null, reason: 'Máy ảnh hỏng' },
  });
  return { groupId, key };
}

/** Proof as it comes to an office: pictures, a scan, notes, a link with its picture, a document, one that names people. */
export async function bringProof(desk: Desk, place: Place): Promise<void> {
  const { ask } = desk;
  const tasks = await tasksOf(desk, place);
  const at = (index: number) => {
    const task = tasks[index];
    if (!task) throw new Error('the plan has more tasks');
    return { taskId: task.id, windowId: place.windowId };
  };
  const file = async (
    { name, buffer }: { name: string; buffer: Buffer },
    { taskId, windowId }: ReturnType<typeof at>,
  ) => (await ask(work.addFile, { query: { name, task: taskId, window: windowId }, bytes: buffer })).evidence;
  const shot = await file(picture('Ảnh chụp trang.png', ' trang'), at(0));
  await file(pdf('Biên bản niêm yết.pdf'), at(1));
  await file(plain('Sổ phát thanh.txt', 'Tháng 1: 04 buổi; tháng 2: 03 buổi; tháng 3: 05 buổi.\n'), at(0));
  const list = await file(plain('Danh sách hộ.csv', 'Hộ,Thôn\nHộ số 1,Thôn 1\nHộ số 2,Thôn 2\n'), at(2));
  await ask(work.linkEvidence, { params: { id: shot.id }, body: at(3) });
  await ask(work.changeEvidence, {
    params: { id: list.id },
    body: { revision: list.revision, title: 'Danh sách hộ được hỗ trợ', sensitive: true },
  });
  await ask(work.allowInBundle, {
    params: { id: list.id },
    body: { revision: list.revision + 1, reason: 'Cấp trên yêu cầu kèm danh sách' },
  });
  const { evidence: page } = await ask(work.addLink, {
    body: { ...at(1), title: 'Bài trên Trang thông tin', url: 'https://anthinh.example/bai-1', seenOn: '2024-03-10' },
  });
  await ask(work.registerEvidence, {
    params: { id: page.id },
    body: { revision: page.revision, screenshotId: shot.id },
  });
  const { evidence: paper } = await ask(work.addDocument, {
    body: {
      ...{ ...at(2), title: 'Quyết định ban hành quy chế', number: '12/QĐ-UBND', date: '2024-02-05' },
      ...{ excerpt: 'Quy chế dân chủ ở cơ sở', issuer: 'UBND xã An Thịnh' },
    },
  });
  await ask(work.registerEvidence, {
    params: { id: paper.id },
    body: { revision: paper.revision, proofKind: 'quyet-dinh' },
  });
}

/** A broadcast with its proof and a dialogue of the quarter, hung on the first tasks. */
export async function recordActivities(desk: Desk, place: Place): Promise<void> {
  const taskIds = (await tasksOf(desk, place)).slice(0, 2).map(({ id }) => id);
  const [proof] = (await desk.ask(work.evidence, { query: {} })).evidence;
  const broadcast: ActivityInput = {
    kind: 'tuyen-truyen',
    date: '2024-02-20',
    toDate: null,
    title: 'Phát thanh về dân chủ ở cơ sở',
    sensitive: false,
    details: {
      channel: 'loa-dai',
      times: 3,
      minutes: 15,
      villages: ['Thôn Thượng'],
      audience: 'Nhân dân',
      people: null,
      author: '',
      link: '',
      note: '',
    },
  };
  const dialogue: ActivityInput = {
    kind: 'doi-thoai',
    date: '2024-03-01',
    toDate: null,
    title: 'Đối thoại với Nhân dân',
    sensitive: true,
    details: {
      place: 'Hội trường',
      chair: 'Chủ tịch',
      people: 86,
      questions: 14,
      answered: 14,
      villages: [],
      note: '',
    },
  };
  await desk.ask(activities.add, {
    body: { activity: broadcast, taskIds, evidenceIds: proof ? [proof.id] : [] },
  });
  await desk.ask(activities.add, { body: { activity: dialogue, taskIds: taskIds.slice(0, 1), evidenceIds: [] } });
}

/** The window is closed by hand; what still comes says why it is late: an entry, a proof and a figure. */
export async function workLate(desk: Desk, place: Place, figure: { groupId: string; key: string }): Promise<void> {
  const { ask } = desk;
  const { windowId } = place;
  const { windows } = await ask(time.windows, { query: { year: 2024 } });
  const window = windows.find(({ id }) => id === windowId);
  if (!window) throw new Error('the window is there');
  await ask(time.lockWindow, { params: { id: windowId }, body: { revision: window.revision, locked: true } });
  const task = (await tasksOf(desk, place)).find(({ progress }) => progress === null);
  if (!task) throw new Error('a task has no entry yet');
  const lateReason = 'Thôn gửi số liệu muộn';
  await ask(work.saveProgress, {
    body: {
      taskId: task.id,
      windowId,
      revision: null,
      state: 'xong',
      doneText: 'Đã họp 9/11 thôn lấy ý kiến Nhân dân',
      numerator: 9,
      denominator: 11,
      measure: 'thôn',
      obstacle: '',
      proposal: 'Đề nghị hỗ trợ kinh phí họp thôn',
      lateReason,
    },
  });
  await ask(work.addLink, {
    body: { title: 'Tin bài họp thôn', url: 'https://anthinh.example/hop-thon', taskId: task.id, windowId, lateReason },
  });
  const { results } = await ask(targets.results, { query: { group: figure.groupId, window: windowId } });
  const own = results.flatMap((result) => result.targets).find(({ key }) => key === figure.key)?.own;
  await ask(targets.saveFigure, {
    body: {
      ...figure,
      windowId,
      revision: own?.revision ?? null,
      numerator: 119,
      denominator: 120,
      note: '',
      lateReason,
    },
  });
}

/** A person leaves: posts and a task assigned by name go to the next, with a minute. */
export async function handOver(desk: Desk, place: Place): Promise<void> {
  const { ask } = desk;
  const { people } = await ask(office.people);
  const from = people.find(({ postIds }) => postIds.length > 0);
  if (!from) throw new Error('somebody holds a post');
  const next = await ask(office.addPerson, { body: { name: 'Trần Thị Mới', postIds: [] } });
  const task = (await tasksOf(desk, place)).find(({ personIds }) => !personIds.includes(from.id));
  if (!task) throw new Error('a task is somebody else’s');
  await ask(plans.changeTask, { params: { id: task.id }, body: { revision: task.revision, assigneeId: from.id } });
  await ask(handover.make, {
    body: {
      fromPersonId: from.id,
      toPersonId: next.id,
      date: '2024-03-18',
      postIds: from.postIds,
      taskIds: [task.id],
      witnessName: 'Nguyễn Văn Bình',
      witnessTitle: 'Chủ tịch UBND',
      note: 'Đủ hồ sơ giấy',
    },
  });
}
