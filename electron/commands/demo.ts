/**
 * cli demo: the clerk's and the superior's whole job without a window: a plan opened and kept, people and work, proof, the quarter's
 * report frozen, a bundle sent, checked and received. Leaves both data folders ready to be opened.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataFolder } from '../../db/data-folder.ts';
import { contract } from '../../shared/api/contract/contract.ts';
import type { JobView } from '../../shared/api/contract/plans.ts';
import type { LedgerEntry } from '../../shared/api/contract/sending.ts';
import { parseUnit } from '../../shared/office/unit.ts';
import type { ReadPlan } from '../../shared/plan/read-plan.ts';
import { sampleOffice, samplePeople } from '../../shared/sample/sample-plan.ts';
import type { Client } from '../hosts/client.ts';
import { samplePlan, samplePlanName } from '../server/plan/sample-plan.ts';
import { type Command, type CommandOutput, CommandRefused, required, withOffice } from './command.ts';

/** The real plan the demo prefers where it lies beside the program. */
const realPlan = fileURLToPath(new URL('../../../shared/samples/nhu-quynh-2024.docx', import.meta.url));

export const demo: Command = {
  usage: 'demo --data THƯ_MỤC [--json]',
  about: 'làm thử trọn công việc từ kế hoạch đến tiếp nhận, trên hai hồ sơ mới',
  options: { data: { type: 'string' } },
  run: async (input, output) => {
    const root = resolve(required(input, 'data'));
    const [communeDir, superiorDir, bundleDir] = [join(root, 'xa'), join(root, 'cap-tren'), join(root, 'goi-gui')];
    for (const path of [communeDir, superiorDir])
      if (existsSync(dataFolder(path).database))
        throw new CommandRefused(
          'da-co',
          `Thư mục ${path} đã có dữ liệu nên không làm thử đè lên. Hãy chọn thư mục khác.`,
        );
    mkdirSync(bundleDir, { recursive: true });
    const commune = await withOffice({ dataDir: communeDir, exportDirs: [bundleDir] }, (client) =>
      communeSide(client, root, output),
    );
    const bundle = join(bundleDir, commune.sent.fileName);
    const superior = await withOffice({ dataDir: superiorDir }, (client) =>
      superiorSide(client, bundle, commune.unit, output),
    );
    const result = {
      plan: commune.plan,
      report: commune.word,
      bundle,
      received: superior,
      data: { commune: communeDir, superior: superiorDir },
    };
    output.result(result, [
      `Báo cáo Word: ${commune.word}`,
      `Gói báo cáo: ${bundle}`,
      `Cấp trên đã nhận: ${superior.unit}, ${superior.window}, ${superior.rows} nhiệm vụ, ${superior.evidence} minh chứng`,
      `Mở lại: npm start -- --data "${communeDir}"`,
      `        npm start -- --data "${superiorDir}"`,
    ]);
    return true;
  },
};

type Unit = ReturnType<typeof unitsFor>;

/** The office a plan belongs to, from its issuer; the practice office where that names no unit. */
function unitsFor(plan: ReadPlan) {
  const own = parseUnit(plan.plan?.issuer ?? '') ?? { kind: sampleOffice.kind, name: sampleOffice.name };
  const isTown = own.kind === 'thi-tran';
  const superior = isTown
    ? { kind: 'huyen' as const, name: 'Văn Lâm' }
    : { kind: sampleOffice.superiorKind, name: sampleOffice.superiorName };
  return {
    own,
    superior,
    place: plan.plan?.place || own.name,
    chairName: plan.plan?.signer.name || sampleOffice.chairName,
  };
}

async function communeSide(client: Client, root: string, output: CommandOutput) {
  const { ask } = client;
  const source = existsSync(realPlan)
    ? { name: basename(realPlan), bytes: readFileSync(realPlan) }
    : { name: samplePlanName, bytes: await samplePlan(new Date().getFullYear()) };
  output.say(`1. Đọc ${source.name} …`);
  const reading = await done(
    client,
    await ask(contract.plans.read, { query: { name: source.name }, bytes: source.bytes }),
  );
  const plan = await ask(contract.plans.readResult, { params: { id: reading.id } });
  if (!plan.plan) throw new CommandRefused('khong-doc-duoc', 'Tệp mẫu không có phần đầu kế hoạch.');
  const unit = unitsFor(plan);
  await ask(contract.office.setUp, {
    body: {
      ...unit.own,
      superiorKind: unit.superior.kind,
      superiorName: unit.superior.name,
      place: unit.place,
      chairTitle: 'CHỦ TỊCH',
      chairName: unit.chairName,
    },
  });
  const year = plan.plan.year ?? new Date().getFullYear();
  const kept = await ask(contract.plans.keep, {
    body: { readId: reading.id, year, header: plan.plan, rows: plan.rows },
  });
  output.say(
    `2. Giữ kế hoạch: ${kept.areas} lĩnh vực, ${kept.groups} nhóm, ${kept.tasks} nhiệm vụ, ${plan.rows.reduce((sum, row) => sum + row.doubts.length, 0)} chỗ cần xem`,
  );

  const windowId = `${year}-Q1`;
  const recorded = await recordWork(client, kept.planId, windowId, output);
  const report = await ask(contract.reports.open, { body: { planId: kept.planId, windowId } });
  await ask(contract.reports.freeze, { params: { id: report.id }, body: { revision: report.revision } });
  const word = join(root, 'bao-cao-quy-I.docx');
  writeFileSync(
    word,
    Buffer.from(await (await client.raw(contract.reports.word, { params: { id: report.id } })).arrayBuffer()),
  );
  output.say(`4. Chốt báo cáo: ${recorded} nhiệm vụ có kết quả, ${report.missing.length} chỗ còn thiếu`);

  const { places } = await ask(contract.reports.places);
  const place = places.find((each) => each.id === 'them-0');
  const exported = await done(
    client,
    await ask(contract.sending.exportBundle, {
      body: { reportId: report.id, placeId: place?.id ?? null, ticket: null },
    }),
  );
  const sent = exported.result as LedgerEntry;
  output.say(`5. Xuất gói ${sent.fileName}, ${sent.bytes} byte, đã đọc lại và khớp`);
  return { plan: { ...kept, name: source.name }, unit, word, sent };
}

/** Gives each post a person, and lets them record a quarter: words, numbers, a file, a link, a document. */
async function recordWork({ ask }: Client, planId: string, windowId: string, output: CommandOutput): Promise<number> {
  const { posts } = await ask(contract.office.people);
  const busy = posts.filter((post) => post.taskCount > 0);
  for (const [index, post] of busy.entries())
    await ask(contract.office.addPerson, {
      body: { name: samplePeople[index % samplePeople.length]?.name ?? 'Nguyễn Văn A', postIds: [post.id] },
    });
  const { people } = await ask(contract.office.people);
  let recorded = 0;
  for (const person of people) {
    const { items } = await ask(contract.work.mine, { query: { person: person.id, window: windowId, plan: planId } });
    for (const [index, item] of items
      .filter((each) => each.role !== 'executor' && each.progress === null)
      .slice(0, 4)
      .entries()) {
      const finished = index % 3 !== 2;
      await ask(contract.work.saveProgress, {
        person: person.id,
        body: {
          taskId: item.id,
          windowId,
          revision: null,
          state: finished ? 'xong' : 'dang-lam',
          doneText: finished ? 'Đã thực hiện xong trong quý theo đúng phân công' : 'Đang thực hiện',
          numerator: index === 0 ? 9 : null,
          denominator: index === 0 ? 11 : null,
          measure: index === 0 ? 'thôn' : '',
          obstacle: finished ? '' : 'Còn thiếu số liệu của một số thôn',
          proposal: '',
        },
      });
      recorded++;
      if (index === 0) {
        const note = Buffer.from(`Sổ ghi kết quả: ${item.text}\n`, 'utf8');
        await ask(contract.work.addFile, {
          person: person.id,
          query: { name: `Sổ ghi ${recorded}.txt`, task: item.id, window: windowId },
          bytes: note,
        });
        await ask(contract.work.addLink, {
          person: person.id,
          body: {
            title: 'Bài đăng trên trang thông tin điện tử',
            url: `https://vi-du.example/bai-${recorded}`,
            taskId: item.id,
            windowId,
          },
        });
      }
      if (index === 1)
        await ask(contract.work.addDocument, {
          person: person.id,
          body: {
            title: 'Văn bản triển khai',
            number: `${10 + recorded}/UBND-VP`,
            date: '',
            excerpt: 'Về việc triển khai nhiệm vụ',
            taskId: item.id,
            windowId,
          },
        });
    }
  }
  output.say(`3. ${people.length} người được giao việc; ghi ${recorded} kết quả kèm minh chứng`);
  return recorded;
}

async function superiorSide(client: Client, bundle: string, unit: Unit, output: CommandOutput) {
  const { ask } = client;
  await ask(contract.office.setUp, {
    body: {
      ...unit.superior,
      superiorKind: null,
      superiorName: '',
      place: unit.superior.name,
      chairTitle: 'CHỦ TỊCH',
      chairName: '',
    },
  });
  const checking = await done(
    client,
    await ask(contract.receiving.check, { query: { name: basename(bundle) }, bytes: readFileSync(bundle) }),
  );
  output.say('6. Cấp trên kiểm tra gói: đủ tệp, không bị sửa, đúng chữ ký');
  const { receivedId } = await ask(contract.receiving.receive, { params: { id: checking.id }, body: {} });
  if (receivedId === null) throw new CommandRefused('goi-hong', 'Cấp trên không nhận được gói.');
  const received = await ask(contract.reports.received, { params: { id: receivedId } });
  output.say(`7. Đã tiếp nhận ${received.title}`);
  return {
    id: receivedId,
    unit: received.unit.fullName,
    window: received.windowLabel,
    rows: received.rows.length,
    evidence: received.evidence.length,
  };
}

async function done({ finish }: Client, job: JobView): Promise<JobView> {
  const last = await finish(job);
  if (last.state !== 'done')
    throw new CommandRefused(last.error?.code ?? 'da-huy', last.error?.message ?? 'Việc đã bị hủy.');
  return last;
}
