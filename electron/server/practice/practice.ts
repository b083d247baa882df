/** The practice office: an invented commune with its plan, people and a quarter half done, to try everything without fear. */

import { readPosts } from '../../../db/queries/office.ts';
import { readTaskTable } from '../../../db/queries/task-table.ts';
import type { Batch } from '../../../db/write.ts';
import { quarterOn, windowsOfYear } from '../../../shared/period/windows.ts';
import { sampleHeader, sampleOffice, samplePeople, sampleRows } from '../../../shared/sample/sample-plan.ts';
import { type Actor, act, type Deps, today } from '../core/deps.ts';
import { insertOffice } from '../office/set-up.ts';
import { keepPlan } from '../plan/keep-plan.ts';
import { samplePlanName } from '../plan/sample-plan.ts';

export function fillPractice(deps: Deps, actor: Actor): void {
  const now = today(deps);
  const year = Number(now.slice(0, 4));
  act(
    deps,
    actor,
    'practice.fill',
    'Tạo cơ quan dùng thử',
    (batch) => {
      insertOffice(deps, batch, sampleOffice, true);
      const { planId } = keepPlan(deps, batch, {
        year,
        header: sampleHeader(year),
        rows: sampleRows(year),
        sourceName: samplePlanName,
        sourceSha256: null,
      });
      addPeople(deps, batch, year);
      const window = quarterOn(windowsOfYear(year), now);
      if (window) addWork(deps, batch, planId, window.key);
    },
    false,
  );
}

function addPeople(deps: Deps, batch: Batch, year: number): void {
  const posts = new Map(readPosts(deps.db).map((post) => [post.name, post.id]));
  for (const { name, posts: names } of samplePeople) {
    const personId = deps.newId();
    batch.insert('person', { id: personId, name, archived: false });
    for (const postName of names) {
      const postId = posts.get(postName);
      if (postId)
        batch.insert('holding', { id: deps.newId(), personId, postId, fromDate: `${year - 1}-12-15`, toDate: null });
    }
  }
}

/** What was done, by words that occur in the task. */
const entries: readonly {
  words: string;
  state: 'dang-lam' | 'xong' | 'khong-phat-sinh';
  doneText: string;
  numbers?: [number, number, string];
  obstacle?: string;
  proposal?: string;
}[] = [
  {
    words: 'Phát trên hệ thống truyền thanh',
    state: 'xong',
    doneText: 'Đã phát 12 buổi trên hệ thống truyền thanh của xã và các thôn',
  },
  {
    words: 'Niêm yết tại nhà văn hóa',
    state: 'dang-lam',
    doneText: 'Đã niêm yết tại nhà văn hóa các thôn',
    numbers: [7, 9, 'thôn'],
    obstacle: 'Hai thôn đang sửa nhà văn hóa nên chưa có chỗ niêm yết',
  },
  { words: 'Hướng dẫn quy trình bầu cử', state: 'khong-phat-sinh', doneText: '' },
  {
    words: 'Đăng văn bản, thủ tục',
    state: 'xong',
    doneText: 'Đã đăng 18 văn bản, 06 thủ tục sửa đổi lên Trang thông tin điện tử',
  },
  {
    words: 'Tổ chức đối thoại',
    state: 'xong',
    doneText: 'Đã tổ chức 01 hội nghị đối thoại với 86 đại biểu tham dự, trả lời 14 ý kiến',
  },
  {
    words: 'Giải quyết đơn thư',
    state: 'xong',
    doneText: 'Đã giải quyết đơn thuộc thẩm quyền',
    numbers: [5, 5, 'đơn'],
  },
  {
    words: 'Niêm yết đầy đủ thủ tục',
    state: 'xong',
    doneText: 'Hồ sơ chứng thực trả đúng và trước hạn',
    numbers: [412, 415, 'hồ sơ'],
  },
  {
    words: 'Hướng dẫn hộ dân phân loại rác',
    state: 'dang-lam',
    doneText: 'Đã hướng dẫn phân loại rác tại nguồn',
    numbers: [640, 1180, 'hộ'],
    proposal: 'Đề nghị tỉnh hỗ trợ thùng rác hai ngăn cho các thôn',
  },
];

function addWork(deps: Deps, batch: Batch, planId: string, windowId: string): void {
  const { tasks } = readTaskTable(deps.db, planId, windowId);
  const find = (words: string) => tasks.find(({ task }) => task.text.includes(words))?.task.id;
  for (const { words, state, doneText, numbers, obstacle = '', proposal = '' } of entries) {
    const taskId = find(words);
    if (!taskId) continue;
    const [numerator = null, denominator = null, measure = ''] = numbers ?? [];
    batch.insert('progress', {
      id: deps.newId(),
      taskId,
      windowId,
      state,
      doneText,
      numerator,
      denominator,
      measure,
      obstacle,
      proposal,
      personId: null,
      updatedAt: deps.clock(),
    });
  }
  const blank = {
    fileName: null,
    mediaType: null,
    sha256: null,
    bytes: null,
    url: null,
    number: null,
    date: null,
    excerpt: null,
    sensitive: false,
  };
  const prove = (
    words: string,
    proof: { kind: 'link' | 'document'; title: string; url?: string; number?: string; excerpt?: string },
  ) => {
    const taskId = find(words);
    if (!taskId) return;
    const id = deps.newId();
    batch.insert('evidence', { ...blank, ...proof, id, addedAt: deps.clock() });
    batch.insert('evidenceLink', { id: deps.newId(), evidenceId: id, taskId, windowId });
  };
  prove('Đăng văn bản, thủ tục', {
    kind: 'link',
    title: 'Chuyên mục PAPI trên Trang thông tin điện tử',
    url: 'https://anthinh.example/papi',
  });
  prove('Tổ chức đối thoại', {
    kind: 'document',
    title: 'Thông báo kết luận hội nghị đối thoại',
    number: '32/TB-UBND',
    excerpt: 'Kết luận của Chủ tịch UBND xã tại hội nghị đối thoại với Nhân dân',
  });
}
