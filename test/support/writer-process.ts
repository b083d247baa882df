/** A process that writes one record after another and says so only once each is acknowledged; its end is to be killed. */
import { dataFolder } from '../../db/data-folder.ts';
import { openDatabase } from '../../db/open.ts';
import { createWriter } from '../../db/write.ts';

const opened = openDatabase(dataFolder(process.argv[2] ?? ''), 1);
if (!opened.ok) throw new Error(opened.error.code);
const writer = createWriter(opened.value.sqlite);
for (let count = 1; count <= 100_000; count++) {
  writer.run({ actor: 'office', at: count, action: 'test', label: 'Thêm', undoable: true }, `b${count}`, (batch) =>
    batch.insert('person', { id: `p${count}`, name: `Người ${count}`, archived: false }),
  );
  process.stdout.write(`${count}\n`);
}
